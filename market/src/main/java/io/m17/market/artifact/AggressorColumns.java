package io.m17.market.artifact;

import io.m17.market.column.Column;
import io.m17.market.column.ColumnBatch;
import io.m17.market.column.ColumnType;
import io.m17.market.column.LongVector;
import io.m17.market.column.Schema;
import io.m17.market.column.TextVector;

/// Trades with the quote that stood before them and the side that moved first, as typed columns over a
/// [ColumnBatch]. Prices are decimals of scale 6, times nanoseconds since the Unix epoch in UTC. A row is appended
/// by appending to every vector. Confined to one thread at a time.
public final class AggressorColumns {
    /// The decimals of prices, sizes and amounts.
    public static final int SCALE = 6;

    public static final Schema SCHEMA = Schema.of(
            "aggressor",
            Column.of("instrument", ColumnType.TEXT),
            Column.of("ticker", ColumnType.TEXT),
            Column.of("sip_timestamp", ColumnType.TIMESTAMP),
            Column.of("sequence_number", ColumnType.LONG).orNull(),
            Column.decimal("price", SCALE),
            Column.decimal("size", SCALE),
            Column.decimal("bid_price", SCALE).orNull(),
            Column.decimal("ask_price", SCALE).orNull(),
            Column.of("side", ColumnType.TEXT),
            Column.of("rule", ColumnType.TEXT),
            Column.decimal("effective_spread", SCALE).orNull(),
            Column.of("quote_age", ColumnType.LONG).orNull(),
            Column.decimal("realised_spread", SCALE).orNull());

    public final TextVector instrument;
    public final TextVector ticker;
    public final LongVector sipTimestamp;
    public final LongVector sequenceNumber;
    public final LongVector price;
    public final LongVector size;
    public final LongVector bidPrice;
    public final LongVector askPrice;
    /// `BUY`, `SELL` or `UNKNOWN`.
    public final TextVector side;
    /// The rule that decided the side.
    public final TextVector rule;
    /// Twice the distance of price and midpoint, `|2·price − bid − ask|`, which is exact and never below 0.
    public final LongVector effectiveSpread;
    /// Nanoseconds from the quote's SIP time to the trade's.
    public final LongVector quoteAge;
    /// Twice the signed distance of the price from a later midpoint, `side·(2·price − bid − ask)` with side 1 for a
    /// buy and -1 for a sell, which is exact; below 0 where the price has moved on by more than the trade paid.
    public final LongVector realisedSpread;

    private final ColumnBatch rows;

    private AggressorColumns(ColumnBatch rows) {
        this.rows = rows;
        this.instrument = rows.texts("instrument");
        this.ticker = rows.texts("ticker");
        this.sipTimestamp = rows.longs("sip_timestamp");
        this.sequenceNumber = rows.longs("sequence_number");
        this.price = rows.longs("price");
        this.size = rows.longs("size");
        this.bidPrice = rows.longs("bid_price");
        this.askPrice = rows.longs("ask_price");
        this.side = rows.texts("side");
        this.rule = rows.texts("rule");
        this.effectiveSpread = rows.longs("effective_spread");
        this.quoteAge = rows.longs("quote_age");
        this.realisedSpread = rows.longs("realised_spread");
    }

    /// No rows yet.
    public static AggressorColumns create() {
        return new AggressorColumns(new ColumnBatch(SCHEMA));
    }

    /// The columns of a batch that has this schema, for instance one read from an artifact.
    public static AggressorColumns of(ColumnBatch rows) {
        if (!rows.schema().equals(SCHEMA)) {
            throw new IllegalArgumentException(
                    "not a batch of aggressor rows [schema=" + rows.schema().name() + "]");
        }
        return new AggressorColumns(rows);
    }

    /// The batch behind the columns.
    public ColumnBatch rows() {
        return rows;
    }

    /// The number of rows.
    public int count() {
        return rows.size();
    }

    /// Forgets the rows; memory and dictionaries stay.
    public void clear() {
        rows.clear();
    }
}
