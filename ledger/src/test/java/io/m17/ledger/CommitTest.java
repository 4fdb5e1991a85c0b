package io.m17.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.m17.ledger.audit.AuditAction;
import io.m17.ledger.check.Finding;
import io.m17.ledger.check.LedgerVerifier;
import io.m17.ledger.durability.CommitPolicy;
import io.m17.ledger.durability.Watermark;
import io.m17.ledger.session.SessionLedger;
import io.m17.ledger.slot.DurableMark;
import io.m17.ledger.slot.SlotCursor;
import io.m17.ledger.state.StateLayout;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// When a ledger becomes durable, and what its watermark says of it.
@Timeout(60)
class CommitTest {
    private static final long NOW_NS = SampleState.NOW_NS;
    private static final CommitPolicy ON_REQUEST = new CommitPolicy.OnRequest();
    private static final CommitPolicy EACH_BATCH = new CommitPolicy.EachBatch();

    @TempDir
    private Path directory;

    private final AtomicLong ticks = new AtomicLong(100);
    private final InstantSource clock = () -> Instant.ofEpochSecond(0, ticks.get());
    private final OneFaultStorage storage = new OneFaultStorage();

    private LedgerOptions options(CommitPolicy policy) {
        return SampleState.options(directory.resolve("state"))
                .withStorage(storage)
                .withCommits(policy, clock);
    }

    private Ledger open(CommitPolicy policy) {
        return Ledger.open(options(policy), NOW_NS);
    }

    private static SessionLedger listed(Ledger ledger) {
        SessionLedger session = ledger.session(SampleState.DAY);
        session.list(ledger.resolveSymbol("SPY"));
        return session;
    }

    private static void change(SessionLedger session, int minute) {
        SampleState.fill(
                session, SlotColumn.TRADE, 0, minute, SampleState.append(session, SlotColumn.TRADE, 0, minute, 1, 0));
    }

    private Path tradeLedger() {
        return new StateLayout(directory.resolve("state")).ledger(SampleState.DAY, LedgerKind.TRADE);
    }

    @Test
    void theWatermarkGrowsWithEveryCommitThatFindsChanges() throws IOException {
        try (Ledger ledger = open(ON_REQUEST)) {
            assertEquals(Watermark.NONE, ledger.watermark());
            SessionLedger session = listed(ledger);
            ledger.force();
            assertEquals(new Watermark(1, 100), ledger.watermark());
            change(session, 3);
            ticks.set(200);
            assertEquals(new Watermark(1, 100), ledger.watermark());
            ledger.force();
            assertEquals(new Watermark(2, 200), ledger.watermark());
            ticks.set(300);
            ledger.force();
            assertEquals(new Watermark(2, 300), ledger.watermark(), "nothing was written since");
            assertEquals(new Watermark(2, 200), DurableMark.read(tradeLedger()));
        }
    }

    @Test
    void everyKindOfChangeIsFoundByTheNextCommit() throws IOException {
        try (Ledger ledger = open(ON_REQUEST)) {
            SessionLedger session = listed(ledger);
            change(session, 3);
            List<Runnable> changes = List.of(
                    () -> change(session, 4),
                    () -> assertTrue(
                            session.markPending(SlotColumn.TRADE, 0, 5, NOW_NS).isPresent()),
                    () -> session.release(
                            session.markPending(SlotColumn.TRADE, 0, 6, NOW_NS).orElseThrow(),
                            Reason.ENGINE_ERROR,
                            NOW_NS),
                    () -> session.giveReason(SlotColumn.GREEKS, 0, 7, Reason.INPUT_MISSING, NOW_NS),
                    () -> session.clearSlot(SlotColumn.TRADE, 0, 3, "cause", "test", NOW_NS),
                    () -> session.retire(SlotColumn.AGGS_1M, 0, 8, "cause", "test", NOW_NS),
                    () -> session.reconcile(SlotColumn.AGGS_5M, 0, 17),
                    () -> session.list(ledger.resolveSymbol("QQQ")));
            for (Runnable each : changes) {
                ledger.force();
                long before = ledger.watermark().commits();
                each.run();
                ledger.force();
                assertEquals(before + 1, ledger.watermark().commits());
            }
        }
    }

    @Test
    void anUnchangedSessionIsNotForcedAndOneWithACursorAlwaysIs() throws IOException {
        try (Ledger ledger = open(ON_REQUEST)) {
            SessionLedger session = listed(ledger);
            ledger.force();
            storage.fail("force trade-ledger.dat", 0);
            ledger.force();
            storage.heal();
            try (SlotCursor cursor = session.cursor(SlotColumn.TRADE)) {
                cursor.at(0, 9);
                assertTrue(cursor.claim(NOW_NS));
                long before = ledger.watermark().commits();
                ledger.force();
                assertEquals(before + 1, ledger.watermark().commits(), "it has not counted its claim yet");
            }
        }
    }

    @Test
    void theWatermarkSurvivesAReopeningAndReadersSeeIt() throws IOException {
        Watermark closed;
        try (Ledger ledger = open(ON_REQUEST)) {
            change(listed(ledger), 3);
            ledger.force();
            try (Ledger reader = Ledger.openReadOnly(options(ON_REQUEST))) {
                assertEquals(ledger.watermark(), reader.watermark());
            }
            change(ledger.session(SampleState.DAY), 4);
            ticks.set(250);
        }
        closed = new Watermark(2, 250);
        try (Ledger reader = Ledger.openReadOnly(options(ON_REQUEST))) {
            assertEquals(closed, reader.watermark(), "a clean stop commits");
        }
        try (Ledger ledger = open(ON_REQUEST)) {
            assertEquals(closed, ledger.watermark());
            change(ledger.session(SampleState.DAY), 5);
            ledger.force();
            assertEquals(3, ledger.watermark().commits());
        }
    }

    @Test
    void theMarkOfOneSessionHoldsForAll() throws IOException {
        try (Ledger ledger = open(ON_REQUEST)) {
            SessionLedger first = listed(ledger);
            SessionLedger second = ledger.session(SampleState.EARLY_CLOSE);
            second.list(0);
            ledger.force();
            change(second, 3);
            ledger.force();
            change(first, 3);
            ledger.force();
            try (Ledger reader = Ledger.openReadOnly(options(ON_REQUEST))) {
                assertEquals(new Watermark(3, 100), reader.watermark());
            }
        }
    }

    @Test
    void onRequestNothingIsCommittedByItself() {
        try (Ledger ledger = open(ON_REQUEST)) {
            change(listed(ledger), 3);
            ledger.acknowledge();
            assertEquals(Watermark.NONE, ledger.watermark());
        }
    }

    @Test
    void atIntervalsChangesBecomeDurableByThemselves() throws InterruptedException {
        try (Ledger ledger = open(new CommitPolicy.EveryInterval(Duration.ofMillis(2)))) {
            SessionLedger session = listed(ledger);
            for (int minute = 0; minute < 20; minute++) {
                long tick = ticks.incrementAndGet(); // first: a commit may come as soon as the change is made
                change(session, minute);
                while (DurableMark.read(tradeLedger()).upToNs() < tick) {
                    Thread.sleep(1);
                }
            }
            assertTrue(ledger.commitFailure().isEmpty());
        }
    }

    @Test
    void eachBatchIsDurableWhenItIsAcknowledged() {
        try (Ledger ledger = open(EACH_BATCH)) {
            SessionLedger session = listed(ledger);
            change(session, 3);
            ledger.acknowledge();
            assertEquals(1, DurableMark.read(tradeLedger()).commits());
            ticks.set(200);
            session.clearSlot(SlotColumn.TRADE, 0, 3, "cause", "test", NOW_NS);
            assertEquals(new Watermark(2, 200), DurableMark.read(tradeLedger()), "an operator's action is a batch");
        }
    }

    @Test
    void aCommitThatFailsMovesNothingAndSaysWhy() throws IOException {
        Ledger ledger = open(EACH_BATCH);
        SessionLedger session = listed(ledger);
        ledger.force();
        change(session, 3);
        storage.fail("force enrichment-ledger.dat", 0);
        session.giveReason(SlotColumn.GREEKS, 0, 7, Reason.INPUT_MISSING, NOW_NS);
        assertThrows(LedgerException.class, ledger::acknowledge);
        assertThrows(IOException.class, ledger::force, "the disk would report success now");
        assertEquals(1, ledger.watermark().commits());
        assertEquals("planted", ledger.commitFailure().orElseThrow());
        assertThrows(LedgerException.class, () -> change(session, 4));
        assertThrows(RuntimeException.class, ledger::close);
        assertEquals(1, DurableMark.read(tradeLedger()).commits());
        try (Ledger again = open(EACH_BATCH)) {
            assertEquals(1, again.watermark().commits());
            again.force();
            assertEquals(2, again.watermark().commits());
        }
    }

    @Test
    void commitsAtIntervalsEndWithTheFirstThatFails() throws InterruptedException {
        Ledger ledger = open(new CommitPolicy.EveryInterval(Duration.ofMillis(2)));
        listed(ledger);
        storage.fail("force audit.log", 0);
        ledger.note(AuditAction.REPAIRED, "something", NOW_NS);
        while (ledger.commitFailure().isEmpty()) {
            Thread.sleep(1);
        }
        assertThrows(RuntimeException.class, ledger::close);
    }

    @Test
    void aMarkThatWasCutShortIsFoundAndTheOneBeforeItCounts() throws IOException {
        try (Ledger ledger = open(ON_REQUEST)) {
            SessionLedger session = listed(ledger);
            ledger.force();
            change(session, 3);
            ticks.set(200);
            ledger.force();
        }
        assertEquals(new Watermark(2, 200), DurableMark.read(tradeLedger()));
        StateFiles.flip(tradeLedger(), 2560 + 9, 1); // the second commit's copy
        assertEquals(new Watermark(1, 100), DurableMark.read(tradeLedger()));
        StateLayout layout = new StateLayout(directory.resolve("state"));
        List<String> found = findings(layout);
        assertFalse(found.isEmpty());
        try (Ledger ledger = open(ON_REQUEST)) {
            assertFalse(ledger.scrub(SampleState.DAY, NOW_NS).isEmpty());
            assertEquals(List.of(), findings(layout));
        }
    }

    private List<String> findings(StateLayout layout) throws IOException {
        return LedgerVerifier.verify(layout, options(ON_REQUEST), List.of(SampleState.DAY)).findings().stream()
                .map(Finding::toString)
                .toList();
    }
}
