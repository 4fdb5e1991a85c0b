package io.m17.trade.flatfile;

import io.m17.ledger.SlotColumn;
import io.m17.market.column.Schema;
import io.m17.market.flatfile.Dataset;
import io.m17.market.flatfile.ReadOptions;
import io.m17.market.flatfile.RowSink;
import io.m17.market.flatfile.ScanReport;
import io.m17.market.flatfile.StoredFile;
import io.m17.market.flatfile.TradeFileReader;
import io.m17.market.trade.TradeColumns;
import io.m17.publication.source.SourceKind;
import io.m17.publication.source.SourceRows;

/// Trades as a kind of source rows.
final class TradeFiles implements SourceKind<TradeColumns> {
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
        return TradeFileReader.read(file, sink, options);
    }
}
