package io.m17.benchmarks.cell;

import io.m17.ledger.ExpectedColumns;
import io.m17.ledger.Ledger;
import io.m17.ledger.LedgerKind;
import io.m17.ledger.LedgerOptions;
import io.m17.ledger.PayloadMeta;
import io.m17.ledger.PayloadType;
import io.m17.ledger.SetResult;
import io.m17.ledger.SlotColumn;
import io.m17.ledger.calendar.WindowSpace;
import io.m17.ledger.payload.Compression;
import io.m17.ledger.payload.Origin;
import io.m17.ledger.payload.Payload;
import io.m17.ledger.payload.PayloadSource;
import io.m17.ledger.payload.RatePayload;
import io.m17.ledger.session.Claim;
import io.m17.ledger.session.SessionLedger;
import io.m17.ledger.slot.RowCursor;
import io.m17.ledger.slot.SlotCursor;
import io.m17.ledger.slot.SlotView;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/// m17 through its cursors: a batch counts in the summary once a symbol, a commit each counts every time. Slot 0 is the
/// trade column; payloads are shared among slots, which keep ids only. Rows are read and single cells filled by one
/// thread.
final class M17Cells implements CellStore {
    private static final LocalDate DAY = LocalDate.of(2024, 7, 2);
    private static final int MINUTES = WindowSpace.MINUTES_PER_SESSION;
    private static final int PAYLOADS = 1 << 10;
    private static final List<SlotColumn> COLUMNS =
            List.of(SlotColumn.TRADE, SlotColumn.QUOTE, SlotColumn.AGGRESSOR, SlotColumn.RF_RATE);

    private final Ledger ledger;
    private final SessionLedger session;
    private final SlotCursor single;
    private final RowCursor reader;
    private final int rows;

    private M17Cells(Ledger ledger, int rows) {
        this.ledger = ledger;
        this.session = ledger.session(DAY);
        this.single = session.cursor(SlotColumn.TRADE);
        this.reader = session.rows(LedgerKind.TRADE);
        this.rows = rows;
    }

    static M17Cells open(Path directory, int symbols, int slotsPerRow) {
        Ledger ledger =
                Ledger.open(new LedgerOptions(directory, symbols, 1 << 22, new ExpectedColumns(Set.of())), NOW_NS);
        M17Cells cells = new M17Cells(ledger, symbols * MINUTES);
        if (ledger.symbols().count() == 0) {
            cells.load(symbols, slotsPerRow);
        }
        return cells;
    }

    private void load(int symbols, int slotsPerRow) {
        ledger.rates().append(new RatePayload(NOW_NS, 1, new int[RatePayload.TENORS], 0, 1, "curve.csv", NOW_NS));
        for (int id = 1; id <= PAYLOADS; id++) {
            Origin origin = new Origin(PayloadSource.FLAT_FILE, 0, id % MINUTES, 1, NOW_NS, 1, 0, 1, id, 0);
            session.map(PayloadType.TRADE).append(new Payload.Trade(origin, NOW_NS, NOW_NS, Compression.ZSTD));
            session.map(PayloadType.QUOTE).append(new Payload.Quote(origin, NOW_NS, NOW_NS));
            session.map(PayloadType.AGGRESSOR).append(new Payload.Aggressor(origin, NOW_NS, id, id));
        }
        for (int symbol = 0; symbol < symbols; symbol++) {
            int symbolId = ledger.resolveSymbol("S" + symbol);
            session.list(symbolId);
            for (int minute = 0; minute < MINUTES; minute++) {
                for (SlotColumn column : COLUMNS.subList(0, slotsPerRow)) {
                    fillFirst(column, symbolId, minute);
                }
            }
        }
    }

    private void fillFirst(SlotColumn column, int symbolId, int minute) {
        int payloadId = column == SlotColumn.RF_RATE ? 1 : payloadId(symbolId * MINUTES + minute);
        PayloadMeta meta = new PayloadMeta(column.payloadType(), payloadId, 1, payloadId, NOW_NS);
        Claim claim = session.markPending(column, symbolId, minute, NOW_NS).orElseThrow();
        require(session.fill(claim, meta));
    }

    /// One call that checks the expected version and fills, without a claim.
    void set(int row, int expectedVersion) {
        int payloadId = payloadId(row);
        PayloadMeta meta =
                new PayloadMeta(PayloadType.TRADE, payloadId, expectedVersion + 1, payloadId, NOW_NS + expectedVersion);
        require(session.setTradeRef(row / MINUTES, row % MINUTES, meta, OptionalLong.of(expectedVersion)));
    }

    @Override
    public void claimAndFill(int row, int expectedVersion) {
        claimAndFill(single, row, expectedVersion);
        single.flush();
    }

    @Override
    public void claimAndFillBatch(int from, int to, int expectedVersion) {
        try (SlotCursor cursor = session.cursor(SlotColumn.TRADE)) {
            for (int row = from; row < to; row++) {
                claimAndFill(cursor, row, expectedVersion);
            }
        }
    }

    private static void claimAndFill(SlotCursor cursor, int row, int expectedVersion) {
        int payloadId = payloadId(row);
        long nowNs = NOW_NS + expectedVersion;
        SlotView slot = cursor.at(row / MINUTES, row % MINUTES);
        if (slot.version() != expectedVersion
                || !cursor.claim(nowNs)
                || !cursor.fill(payloadId, expectedVersion + 1, payloadId, false, nowNs)) {
            throw new IllegalStateException("the slot is not as expected [slot=" + slot.toSlot() + "]");
        }
    }

    @Override
    public long readRow(int row) {
        reader.at(row / MINUTES, row % MINUTES);
        return (long) reader.slot(SlotColumn.RF_RATE).payloadId()
                + reader.slot(SlotColumn.TRADE).payloadId()
                + reader.slot(SlotColumn.QUOTE).payloadId()
                + reader.slot(SlotColumn.AGGRESSOR).payloadId();
    }

    @Override
    public long scan() {
        long sum = 0;
        try (SlotCursor cursor = session.cursor(SlotColumn.TRADE)) {
            for (int row = 0; row < rows; row++) {
                SlotView slot = cursor.at(row / MINUTES, row % MINUTES);
                sum += slot.filled() ? slot.payloadId() : 0;
            }
        }
        return sum;
    }

    @Override
    public void close() {
        single.close();
        ledger.close();
    }

    private static int payloadId(int row) {
        return row % PAYLOADS + 1;
    }

    private static void require(SetResult result) {
        if (!result.written()) {
            throw new IllegalStateException("nobody else writes [result=" + result + "]");
        }
    }
}
