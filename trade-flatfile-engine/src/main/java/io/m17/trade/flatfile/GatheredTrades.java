package io.m17.trade.flatfile;

import io.m17.ledger.payload.Compression;
import io.m17.ledger.payload.Origin;
import io.m17.ledger.payload.Payload;
import io.m17.market.column.ColumnBatch;
import io.m17.market.column.LongVector;
import io.m17.market.column.RowCarry;
import io.m17.market.trade.TickCarry;
import io.m17.market.trade.TradeColumns;
import io.m17.publication.source.SourceRows;

/// Trades that are being gathered from a file.
record GatheredTrades(TradeColumns columns) implements SourceRows<TradeColumns> {
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
        return new TickCarry(columns);
    }

    @Override
    public Payload payload(Origin origin, long firstTs, long lastTs) {
        return new Payload.Trade(origin, firstTs, lastTs, Compression.ZSTD);
    }
}
