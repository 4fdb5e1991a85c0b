package io.m17.quote;

import io.m17.ledger.payload.Origin;
import io.m17.ledger.payload.Payload;
import io.m17.market.column.ColumnBatch;
import io.m17.market.column.LongVector;
import io.m17.market.column.RowCarry;
import io.m17.market.quote.QuoteCarry;
import io.m17.market.quote.QuoteColumns;
import io.m17.publication.source.SourceRows;

/// Quotes that are being gathered from a file.
record GatheredQuotes(QuoteColumns columns) implements SourceRows<QuoteColumns> {
    @Override
    public ColumnBatch rows() {
        return columns.rows();
    }

    @Override
    public LongVector sipTimestamp() {
        return columns.sipTimestamp;
    }

    @Override
    public void sortTail(int from) {
        columns.sortTail(from);
    }

    @Override
    public RowCarry newCarry() {
        return new QuoteCarry(columns);
    }

    @Override
    public Payload payload(Origin origin, long firstTs, long lastTs) {
        return new Payload.Quote(origin, firstTs, lastTs);
    }
}
