package io.m17.quote;

import io.m17.ledger.SlotColumn;
import io.m17.market.column.Schema;
import io.m17.market.flatfile.Dataset;
import io.m17.market.flatfile.QuoteFileReader;
import io.m17.market.flatfile.ReadOptions;
import io.m17.market.flatfile.RowSink;
import io.m17.market.flatfile.ScanReport;
import io.m17.market.flatfile.StoredFile;
import io.m17.market.quote.QuoteColumns;
import io.m17.publication.SourceKind;
import io.m17.publication.SourceRows;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Quotes as a kind of source rows.
final class QuoteFiles implements SourceKind<QuoteColumns> {
    private static final Logger LOG = LoggerFactory.getLogger(QuoteFiles.class);

    private final Counter flaggedRows;

    QuoteFiles(MeterRegistry meters) {
        this.flaggedRows = Counter.builder("m17.source.flagged")
                .description("Rows of vendor files that were kept with values that cannot be")
                .tag("engine", name())
                .register(meters);
    }

    @Override
    public String name() {
        return "quote";
    }

    @Override
    public SlotColumn column() {
        return SlotColumn.QUOTE;
    }

    @Override
    public Schema schema() {
        return QuoteColumns.SCHEMA;
    }

    @Override
    public Dataset stocks() {
        return Dataset.STOCK_QUOTES;
    }

    @Override
    public Dataset options() {
        return Dataset.OPTION_QUOTES;
    }

    @Override
    public SourceRows<QuoteColumns> newRows() {
        return new GatheredQuotes(QuoteColumns.create());
    }

    @Override
    public ScanReport read(StoredFile file, RowSink<QuoteColumns> sink, ReadOptions options) {
        ScanReport report = QuoteFileReader.read(file, sink, options);
        flaggedRows.increment((double) report.flagged());
        if (report.flagged() > 0) {
            LOG.warn("quotes with negative values are kept [file={}, rows={}]", file.name(), report.flagged());
        }
        return report;
    }
}
