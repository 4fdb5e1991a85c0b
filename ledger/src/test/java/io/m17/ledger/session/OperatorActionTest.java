package io.m17.ledger.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.m17.ledger.Ledger;
import io.m17.ledger.PayloadType;
import io.m17.ledger.Reason;
import io.m17.ledger.SampleState;
import io.m17.ledger.Slot;
import io.m17.ledger.SlotColumn;
import io.m17.ledger.SlotStatus;
import io.m17.ledger.audit.AuditAction;
import io.m17.ledger.audit.AuditEntry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OperatorActionTest {
    private static final long NOW_NS = SampleState.NOW_NS;
    private static final SlotColumn COLUMN = SlotColumn.AGGS_5M;

    @TempDir
    private Path directory;

    private Ledger ledger;
    private SessionLedger session;
    private int spy;

    @BeforeEach
    void open() {
        ledger = Ledger.open(SampleState.options(directory), NOW_NS);
        session = ledger.session(SampleState.EARLY_CLOSE);
        spy = ledger.resolveSymbol("SPY");
        session.list(spy);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private void fill(int minute) {
        SampleState.fill(session, COLUMN, spy, minute, SampleState.append(session, COLUMN, spy, minute, 3, 0));
    }

    private Slot slot() {
        return session.slot(COLUMN, spy, 7);
    }

    private List<AuditEntry> audited() {
        List<AuditEntry> entries = new ArrayList<>();
        ledger.audit().forEach(entry -> {
            if (entry.cells().isPresent()) {
                entries.add(entry);
            }
        });
        return entries;
    }

    @Test
    void clearsASlotDownToItsStatus() {
        fill(7);
        assertTrue(session.clearSlot(COLUMN, spy, 7, "bad print", "ops", NOW_NS + 5)
                .written());
        Slot cleared = slot();
        assertEquals(
                new Slot(
                        cleared.word(),
                        SlotStatus.CLEARED,
                        Reason.CLEARED_BY_OPERATOR,
                        PayloadType.NONE,
                        0,
                        0,
                        0,
                        NOW_NS + 5),
                cleared);
        assertEquals(1, session.counts(COLUMN, spy).cleared());
    }

    @Test
    void leavesAnUntouchedSlotAsItIs() {
        assertTrue(session.clearSlot(COLUMN, spy, 7, "bad print", "ops", NOW_NS).written());
        assertEquals(0, slot().word());
        assertEquals(List.of(), audited());
    }

    @Test
    void takesAnyVersionAfterAClear() {
        fill(7);
        session.clearSlot(COLUMN, spy, 7, "bad print", "ops", NOW_NS);
        assertTrue(session.setAggs5mRef(spy, 7, SampleState.append(session, COLUMN, spy, 7, 1, 0), OptionalLong.of(0))
                .written());
        assertEquals(1, slot().version());
    }

    @Test
    void retiresASlotForGood() {
        fill(7);
        assertTrue(session.retire(COLUMN, spy, 7, "halted", "ops", NOW_NS).written());
        Slot retired = slot();
        assertEquals(SlotStatus.RETIRED, retired.status());
        assertEquals(0, retired.payloadId());
        assertEquals(209, session.counts(COLUMN, spy).expected());
        assertFalse(
                session.setAggs5mRef(spy, 7, SampleState.append(session, COLUMN, spy, 7, 4, 0), OptionalLong.empty())
                        .written());
        assertTrue(session.retire(COLUMN, spy, 7, "again", "ops", NOW_NS).written());
        assertEquals(retired, slot());
        assertEquals(1, audited().size());
    }

    @Test
    void writesDownWhoClearedAndRetiredWhatAndWhy() {
        fill(7);
        fill(8);
        session.clearSlot(COLUMN, spy, 7, "bad print", "alice", NOW_NS + 1);
        session.retire(COLUMN, spy, 9, "halted", "bob", NOW_NS + 2);
        assertEquals(
                List.of(
                        new AuditEntry(NOW_NS + 1, "alice", AuditAction.CLEARED, cells(7), "bad print"),
                        new AuditEntry(NOW_NS + 2, "bob", AuditAction.RETIRED, cells(9), "halted")),
                audited());
        assertEquals(Optional.empty(), ledger.audit().brokenLink());
    }

    private static Optional<AuditEntry.Cells> cells(int minute) {
        return Optional.of(new AuditEntry.Cells(SampleState.EARLY_CLOSE, "SPY", COLUMN, minute, minute + 1, 1, 2));
    }

    @Test
    void asksForACause() {
        fill(7);
        Slot before = slot();
        assertThrows(IllegalArgumentException.class, () -> session.clearSlot(COLUMN, spy, 7, " ", "ops", NOW_NS));
        assertThrows(IllegalArgumentException.class, () -> session.retire(COLUMN, spy, 7, "", "ops", NOW_NS));
        assertEquals(before, slot());
        assertEquals(List.of(), audited());
    }

    @Test
    void endsAnEarlyCloseAfter210Minutes() {
        assertEquals(210, session.minutes());
        assertEquals(210, session.counts(COLUMN, spy).expected());
        assertTrue(session.window(209).expected());
        assertFalse(session.window(210).expected());
        assertThrows(IllegalArgumentException.class, () -> session.retire(COLUMN, spy, 210, "late", "ops", NOW_NS));
        long closeNs = session.session().closeNs();
        assertEquals(209, session.minuteAt(closeNs - 1));
        assertEquals(-1, session.minuteAt(closeNs));
        assertEquals(0, session.minuteAt(session.session().openNs()));
        assertEquals(-1, session.minuteAt(session.session().openNs() - 1));
    }
}
