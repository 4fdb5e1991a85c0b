package io.m17.trade.flatfile;

import io.m17.ledger.SlotColumn;
import io.m17.market.column.Schema;
import io.m17.market.flatfile.Dataset;
import io.m17.market.flatfile.ReadOptions;
import io.m17.market.flatfile.RowSink;
import io.m17.market.flatfile.ScanReport;
import io.m17.market.flatfile.StoredFile;
import io.m17.market.flatfile.TradeFileReader;
import io.m17.market.trade.TradeBounds;
import io.m17.market.trade.TradeColumns;
import io.m17.publication.SourceKind;
import io.m17.publication.SourceRows;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Trades as a kind of source rows.
final class TradeFiles implements SourceKind<TradeColumns> {
    private static final Logger LOG = LoggerFactory.getLogger(TradeFiles.class);

    private final TradeBounds bounds;
    private final Counter flaggedRows;

    TradeFiles(TradeBounds bounds, MeterRegistry meters) {
        this.bounds = bounds;
        this.flaggedRows = Counter.builder("m17.source.flagged")
                .description("Rows of vendor files that were kept with values that cannot be")
                .tag("engine", name())
                .register(meters);
    }

    @Override
    public String name() {
        return "trade-flatfile";
    }

    @Override
    public SlotColumn column() {
        return SlotColumn.TRADE;
    }

    @Override
    public Schema schema() {
        return TradeColumns.SCHEMA;
    }

    @Override
    public Dataset stocks() {
        return Dataset.STOCK_TRADES;
    }

    @Override
    public Dataset options() {
        return Dataset.OPTION_TRADES;
    }

    @Override
    public SourceRows<TradeColumns> newRows() {
        return new GatheredTrades(TradeColumns.create());
    }

    @Override
    public ScanReport read(StoredFile file, RowSink<TradeColumns> sink, ReadOptions options) {
        ScanReport report = TradeFileReader.read(file, sink, options.withBounds(bounds));
        flaggedRows.increment((double) report.flagged());
        if (report.flagged() > 0) {
            LOG.warn("trades out of bounds are kept and count in nothing [file={}, rows={}]", file.name(), report.flagged());
        }
        return report;
    }
}
