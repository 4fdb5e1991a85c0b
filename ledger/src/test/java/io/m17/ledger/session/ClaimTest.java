package io.m17.ledger.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.m17.ledger.Ledger;
import io.m17.ledger.PayloadMeta;
import io.m17.ledger.Reason;
import io.m17.ledger.SampleState;
import io.m17.ledger.SetResult;
import io.m17.ledger.Slot;
import io.m17.ledger.SlotColumn;
import io.m17.ledger.SlotStatus;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClaimTest {
    private static final long NOW_NS = SampleState.NOW_NS;
    private static final SlotColumn COLUMN = SlotColumn.TRADE;

    @TempDir
    private Path directory;

    private Ledger ledger;
    private SessionLedger session;
    private int spy;

    @BeforeEach
    void open() {
        ledger = Ledger.open(SampleState.options(directory), NOW_NS);
        session = ledger.session(SampleState.DAY);
        spy = ledger.resolveSymbol("SPY");
        session.list(spy);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private PayloadMeta meta(int version) {
        return SampleState.append(session, COLUMN, spy, 7, version, 0);
    }

    private Claim claim() {
        return session.markPending(COLUMN, spy, 7, NOW_NS).orElseThrow();
    }

    private Slot slot() {
        return session.slot(COLUMN, spy, 7);
    }

    @Test
    void keepsThePayloadThatStandsThere() {
        PayloadMeta meta = meta(1);
        SampleState.fill(session, COLUMN, spy, 7, meta);
        Claim claim = claim();
        assertEquals(claim.held(), slot());
        assertEquals(SlotStatus.PENDING, slot().status());
        assertEquals(meta.payloadId(), slot().payloadId());
        assertEquals(meta.checksum(), slot().checksum());
        assertEquals(SlotStatus.FILLED, claim.before().status());
    }

    @Test
    void isRefusedWhileAnotherHoldsIt() {
        claim();
        assertEquals(Optional.empty(), session.markPending(COLUMN, spy, 7, NOW_NS));
    }

    @Test
    void isRefusedOnARetiredSlotAndAfterTheClose() {
        session.retire(COLUMN, spy, 7, "delisted", "ops", NOW_NS);
        assertEquals(Optional.empty(), session.markPending(COLUMN, spy, 7, NOW_NS));
        SessionLedger early = ledger.session(SampleState.EARLY_CLOSE);
        early.list(spy);
        assertTrue(early.markPending(COLUMN, spy, 209, NOW_NS).isPresent());
        assertEquals(Optional.empty(), early.markPending(COLUMN, spy, 210, NOW_NS));
    }

    @Test
    void isFilledOnce() {
        Claim claim = claim();
        PayloadMeta meta = meta(1);
        assertTrue(session.fill(claim, meta).written());
        Slot filled = slot();
        assertEquals(new SetResult.Conflict(filled), session.fill(claim, meta));
        assertEquals(filled, slot());
    }

    @Test
    void isNoGoodOnceSomebodyElseHasWritten() {
        Claim claim = claim();
        assertTrue(session.setTradeRef(spy, 7, meta(1), OptionalLong.empty()).written());
        Slot now = slot();
        assertEquals(new SetResult.Conflict(now), session.fill(claim, meta(2)));
        assertEquals(new SetResult.Conflict(now), session.release(claim, Reason.ENGINE_ERROR, NOW_NS));
        assertEquals(now, slot());
    }

    @Test
    void isNoGoodOnceAnOperatorHasClearedTheSlot() {
        SampleState.fill(session, COLUMN, spy, 7, meta(1));
        Claim claim = claim();
        assertTrue(session.clearSlot(COLUMN, spy, 7, "bad print", "ops", NOW_NS).written());
        assertInstanceOf(SetResult.Conflict.class, session.fill(claim, meta(2)));
        assertEquals(SlotStatus.CLEARED, slot().status());
    }

    @Test
    void isNotFilledWithAnEarlierVersion() {
        SampleState.fill(session, COLUMN, spy, 7, meta(2));
        Claim claim = claim();
        assertFalse(session.fill(claim, meta(1)).written());
        assertEquals(SlotStatus.PENDING, slot().status());
        assertTrue(session.fill(claim, meta(3)).written());
    }

    @Test
    void isNotFilledWithAPayloadThatIsNotThere() {
        Claim claim = claim();
        PayloadMeta missing = new PayloadMeta(COLUMN.payloadType(), 4711, 1, 0, NOW_NS);
        assertThrows(IllegalArgumentException.class, () -> session.fill(claim, missing));
        assertEquals(claim.held(), slot());
    }

    @Test
    void leavesItsReasonInAnEmptySlotWhenReleased() {
        assertTrue(session.release(claim(), Reason.ENGINE_ERROR, NOW_NS).written());
        assertEquals(SlotStatus.EMPTY, slot().status());
        assertEquals(Reason.ENGINE_ERROR, slot().reason());
        assertEquals(0, slot().payloadId());
    }

    @Test
    void givesBackWhatStoodThereWhenReleased() {
        PayloadMeta empty = new PayloadMeta(
                COLUMN.payloadType(),
                session.map(COLUMN.payloadType()).append(SampleState.payload(COLUMN, SampleState.sharedOrigin(spy))),
                1,
                0,
                NOW_NS,
                true);
        SampleState.fill(session, COLUMN, spy, 7, empty);
        assertTrue(session.release(claim(), Reason.ENGINE_ERROR, NOW_NS).written());
        assertTrue(slot().knownEmpty());
        assertEquals(empty.payloadId(), slot().payloadId());
        session.clearSlot(COLUMN, spy, 7, "bad print", "ops", NOW_NS);
        session.release(claim(), Reason.ENGINE_ERROR, NOW_NS);
        assertEquals(SlotStatus.CLEARED, slot().status());
        assertEquals(Reason.CLEARED_BY_OPERATOR, slot().reason());
    }
}
