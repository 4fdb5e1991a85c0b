package io.m17.market.quote;

import io.m17.market.column.Column;
import io.m17.market.column.ColumnBatch;
import io.m17.market.column.ColumnType;
import io.m17.market.column.IntVector;
import io.m17.market.column.LongVector;
import io.m17.market.column.Schema;
import io.m17.market.column.TextVector;
import io.m17.market.column.TimeOrder;

/// Quotes as typed columns over a [ColumnBatch]. Prices and sizes are decimals of scale 6, a price of 0 with a size
/// of 0 says that the side has no quote; sizes stand as the vendor gives them, in round lots before 2025-11-03 and
/// in shares since. Times are nanoseconds since the Unix epoch in UTC. A row is appended by appending to every
/// vector. Confined to one thread at a time.
public final class QuoteColumns {
    /// The decimals of prices and sizes.
    public static final int SCALE = 6;

    public static final Schema SCHEMA = Schema.of(
            "quote",
            Column.of("instrument", ColumnType.TEXT),
            Column.of("ticker", ColumnType.TEXT),
            Column.of("sip_timestamp", ColumnType.TIMESTAMP),
            Column.of("participant_timestamp", ColumnType.TIMESTAMP).orNull(),
            Column.decimal("bid_price", SCALE),
            Column.decimal("bid_size", SCALE),
            Column.of("bid_exchange", ColumnType.INT),
            Column.decimal("ask_price", SCALE),
            Column.decimal("ask_size", SCALE),
            Column.of("ask_exchange", ColumnType.INT),
            Column.of("conditions", ColumnType.TEXT),
            Column.of("indicators", ColumnType.TEXT),
            Column.of("sequence_number", ColumnType.LONG).orNull(),
            Column.of("tape", ColumnType.INT));

    public final TextVector instrument;
    public final TextVector ticker;
    public final LongVector sipTimestamp;
    public final LongVector participantTimestamp;
    public final LongVector bidPrice;
    public final LongVector bidSize;
    public final IntVector bidExchange;
    public final LongVector askPrice;
    public final LongVector askSize;
    public final IntVector askExchange;
    public final TextVector conditions;
    public final TextVector indicators;
    public final LongVector sequenceNumber;
    public final IntVector tape;

    private final ColumnBatch rows;

    private QuoteColumns(ColumnBatch rows) {
        this.rows = rows;
        this.instrument = rows.texts("instrument");
        this.ticker = rows.texts("ticker");
        this.sipTimestamp = rows.longs("sip_timestamp");
        this.participantTimestamp = rows.longs("participant_timestamp");
        this.bidPrice = rows.longs("bid_price");
        this.bidSize = rows.longs("bid_size");
        this.bidExchange = rows.ints("bid_exchange");
        this.askPrice = rows.longs("ask_price");
        this.askSize = rows.longs("ask_size");
        this.askExchange = rows.ints("ask_exchange");
        this.conditions = rows.texts("conditions");
        this.indicators = rows.texts("indicators");
        this.sequenceNumber = rows.longs("sequence_number");
        this.tape = rows.ints("tape");
    }

    /// No rows yet.
    public static QuoteColumns create() {
        return new QuoteColumns(new ColumnBatch(SCHEMA));
    }

    /// The columns of a batch that has this schema, for instance one read from an artifact.
    public static QuoteColumns of(ColumnBatch rows) {
        if (!rows.schema().equals(SCHEMA)) {
            throw new IllegalArgumentException(
                    "not a batch of quotes [schema=" + rows.schema().name() + "]");
        }
        return new QuoteColumns(rows);
    }

    /// The batch behind the columns.
    public ColumnBatch rows() {
        return rows;
    }

    /// The number of quotes.
    public int count() {
        return rows.size();
    }

    /// Puts the rows from `from` on into the order of SIP timestamp, sequence number and the order they came in.
    public void sortTail(int from) {
        TimeOrder.sortTail(rows, sipTimestamp, sequenceNumber, from);
    }

    /// Forgets the rows; memory and dictionaries stay.
    public void clear() {
        rows.clear();
    }
}
