package io.m17.market.artifact;

import io.m17.market.column.Column;
import io.m17.market.column.ColumnBatch;
import io.m17.market.column.ColumnType;
import io.m17.market.column.DoubleVector;
import io.m17.market.column.IntVector;
import io.m17.market.column.LongVector;
import io.m17.market.column.Schema;
import io.m17.market.column.TextVector;

/// Bars of rolling windows as typed columns over a [ColumnBatch]. Prices, volumes and amounts are decimals of scale
/// 6. Prices are absent in a window without an eligible trade. One schema serves equities and option chains: what
/// only a chain has is absent on an equity, and `net_delta_flow`, a double, is NaN there. A row is appended by
/// appending to every vector. Confined to one thread at a time.
public final class AggregateColumns {
    /// The decimals of prices, sizes and amounts.
    public static final int SCALE = 6;

    public static final Schema SCHEMA = Schema.of(
            "aggregate",
            Column.of("instrument", ColumnType.TEXT),
            Column.of("window", ColumnType.TEXT),
            Column.of("window_start", ColumnType.TIMESTAMP),
            Column.decimal("open", SCALE).orNull(),
            Column.decimal("high", SCALE).orNull(),
            Column.decimal("low", SCALE).orNull(),
            Column.decimal("close", SCALE).orNull(),
            Column.decimal("volume", SCALE),
            Column.of("trade_count", ColumnType.LONG),
            Column.decimal("vwap", SCALE).orNull(),
            Column.decimal("buy_volume", SCALE),
            Column.decimal("sell_volume", SCALE),
            Column.decimal("unknown_volume", SCALE),
            Column.of("complete", ColumnType.BOOLEAN),
            Column.decimal("call_volume", SCALE).orNull(),
            Column.decimal("put_volume", SCALE).orNull(),
            Column.decimal("premium", SCALE).orNull(),
            Column.of("net_delta_flow", ColumnType.DOUBLE),
            Column.of("excluded_count", ColumnType.LONG));

    public final TextVector instrument;
    /// The window's length: `1m`, `5m`, `10m`, `30m`, `1h` or `4h`.
    public final TextVector window;
    /// Where the window `[T, T + length)` starts, in nanoseconds since the Unix epoch, UTC.
    public final LongVector windowStart;
    public final LongVector open;
    public final LongVector high;
    public final LongVector low;
    public final LongVector close;
    public final LongVector volume;
    public final LongVector tradeCount;
    public final LongVector vwap;
    public final LongVector buyVolume;
    public final LongVector sellVolume;
    public final LongVector unknownVolume;
    /// 1 when the window was not clipped by the session's end.
    public final IntVector complete;
    public final LongVector callVolume;
    public final LongVector putVolume;
    public final LongVector premium;
    public final DoubleVector netDeltaFlow;
    /// The trades that count in nothing of this because their price or size cannot be.
    public final LongVector excludedCount;

    private final ColumnBatch rows;

    private AggregateColumns(ColumnBatch rows) {
        this.rows = rows;
        this.instrument = rows.texts("instrument");
        this.window = rows.texts("window");
        this.windowStart = rows.longs("window_start");
        this.open = rows.longs("open");
        this.high = rows.longs("high");
        this.low = rows.longs("low");
        this.close = rows.longs("close");
        this.volume = rows.longs("volume");
        this.tradeCount = rows.longs("trade_count");
        this.vwap = rows.longs("vwap");
        this.buyVolume = rows.longs("buy_volume");
        this.sellVolume = rows.longs("sell_volume");
        this.unknownVolume = rows.longs("unknown_volume");
        this.complete = rows.ints("complete");
        this.callVolume = rows.longs("call_volume");
        this.putVolume = rows.longs("put_volume");
        this.premium = rows.longs("premium");
        this.netDeltaFlow = rows.doubles("net_delta_flow");
        this.excludedCount = rows.longs("excluded_count");
    }

    /// No rows yet.
    public static AggregateColumns create() {
        return new AggregateColumns(new ColumnBatch(SCHEMA));
    }

    /// The columns of a batch that has this schema, for instance one read from an artifact.
    public static AggregateColumns of(ColumnBatch rows) {
        if (!rows.schema().equals(SCHEMA)) {
            throw new IllegalArgumentException(
                    "not a batch of aggregates [schema=" + rows.schema().name() + "]");
        }
        return new AggregateColumns(rows);
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
