package io.m17.market.trade;

import io.m17.market.column.BytesVector;
import io.m17.market.column.Column;
import io.m17.market.column.ColumnBatch;
import io.m17.market.column.ColumnType;
import io.m17.market.column.IntVector;
import io.m17.market.column.LongVector;
import io.m17.market.column.Schema;
import io.m17.market.column.TextVector;
import io.m17.market.column.TimeOrder;

/// Trades as typed columns over a [ColumnBatch]. Prices and sizes are decimals of scale 6, times nanoseconds since the
/// Unix epoch in UTC, `conditions` the vendor's comma-separated list. `instrument` is the ledger's row, `ticker` the
/// traded name (on a chain the contract). A row is appended by appending to every vector. Confined to one thread at a
/// time.
public final class TradeColumns {
    /// The decimals of prices and sizes.
    public static final int SCALE = 6;

    public static final Schema SCHEMA = Schema.of(
            "trade",
            Column.of("instrument", ColumnType.TEXT),
            Column.of("ticker", ColumnType.TEXT),
            Column.of("sip_timestamp", ColumnType.TIMESTAMP),
            Column.of("participant_timestamp", ColumnType.TIMESTAMP).orNull(),
            Column.decimal("price", SCALE),
            Column.decimal("size", SCALE),
            Column.of("exchange", ColumnType.INT),
            Column.of("conditions", ColumnType.TEXT),
            Column.of("correction", ColumnType.INT),
            Column.of("sequence_number", ColumnType.LONG).orNull(),
            Column.of("id", ColumnType.ID),
            Column.of("tape", ColumnType.INT),
            Column.of("trf_id", ColumnType.INT),
            Column.of("trf_timestamp", ColumnType.TIMESTAMP).orNull(),
            Column.of("late", ColumnType.BOOLEAN),
            Column.of("flag", ColumnType.TEXT));

    public final TextVector instrument;
    public final TextVector ticker;
    public final LongVector sipTimestamp;
    public final LongVector participantTimestamp;
    public final LongVector price;
    public final LongVector size;
    public final IntVector exchange;
    public final TextVector conditions;
    public final IntVector correction;
    public final LongVector sequenceNumber;
    public final BytesVector id;
    public final IntVector tape;
    public final IntVector trfId;
    public final LongVector trfTimestamp;
    public final IntVector late;
    /// The label of a [TradeFlag]; empty where nothing is wrong.
    public final TextVector flag;

    private final ColumnBatch rows;

    private TradeColumns(ColumnBatch rows) {
        this.rows = rows;
        this.instrument = rows.texts("instrument");
        this.ticker = rows.texts("ticker");
        this.sipTimestamp = rows.longs("sip_timestamp");
        this.participantTimestamp = rows.longs("participant_timestamp");
        this.price = rows.longs("price");
        this.size = rows.longs("size");
        this.exchange = rows.ints("exchange");
        this.conditions = rows.texts("conditions");
        this.correction = rows.ints("correction");
        this.sequenceNumber = rows.longs("sequence_number");
        this.id = rows.ids("id");
        this.tape = rows.ints("tape");
        this.trfId = rows.ints("trf_id");
        this.trfTimestamp = rows.longs("trf_timestamp");
        this.late = rows.ints("late");
        this.flag = rows.texts("flag");
    }

    /// No rows yet.
    public static TradeColumns create() {
        return new TradeColumns(new ColumnBatch(SCHEMA));
    }

    /// The columns of a batch that has this schema, for instance one read from an artifact.
    public static TradeColumns of(ColumnBatch rows) {
        if (!rows.schema().equals(SCHEMA)) {
            throw new IllegalArgumentException(
                    "not a batch of trades [schema=" + rows.schema().name() + "]");
        }
        return new TradeColumns(rows);
    }

    /// The batch behind the columns.
    public ColumnBatch rows() {
        return rows;
    }

    /// The number of trades.
    public int count() {
        return rows.size();
    }

    /// Whether something is wrong with the values of a row.
    public boolean isFlagged(int row) {
        return flag.dictionary().utf8(flag.code(row)).length > 0;
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
