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
import io.m17.publication.source.SourceKind;
import io.m17.publication.source.SourceRows;

/// Quotes as a kind of source rows.
final class QuoteFiles implements SourceKind<QuoteColumns> {
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
        return QuoteFileReader.read(file, sink, options);
    }
}
