package io.m17.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.m17.journal.JournalException;
import io.m17.ledger.check.LedgerDigest;
import io.m17.ledger.session.SessionLedger;
import io.m17.ledger.state.StateLayout;
import io.m17.ledger.state.StateLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One call to the storage fails, at the places where that was once more than an error.
class StorageFaultTest {
    private static final long NOW_NS = SampleState.NOW_NS;

    @TempDir
    private Path directory;

    private final OneFaultStorage storage = new OneFaultStorage();
    private StateLayout layout;
    private Map<SlotColumn, String> digest;

    @BeforeEach
    void fill() throws IOException {
        layout = new StateLayout(directory.resolve("state"));
        try (Ledger ledger = open()) {
            SampleState.fillAll(ledger, SampleState.DAY);
            SessionLedger session = ledger.session(SampleState.DAY);
            session.retire(SlotColumn.TRADE, 0, 7, "proof", "test", NOW_NS);
            digest = LedgerDigest.of(session);
        }
    }

    private Ledger open() {
        return Ledger.open(SampleState.options(layout.root()).withStorage(storage), NOW_NS);
    }

    private void holdsEverything() {
        try (Ledger ledger = open()) {
            assertEquals(digest, LedgerDigest.of(ledger.session(SampleState.DAY)));
        }
    }

    @Test
    void noSetterReportsSuccessAfterAFailedForce() {
        Ledger ledger = open();
        SessionLedger session = ledger.session(SampleState.DAY);
        PayloadMeta meta = SampleState.append(session, SlotColumn.QUOTE, 0, 3, 2, 0);
        assertTrue(session.markPending(SlotColumn.QUOTE, 0, 4, NOW_NS).isPresent());
        storage.fail("force trade-ledger.dat", 0);
        assertThrows(IOException.class, ledger::force);
        assertThrows(IOException.class, ledger::force, "the disk would report success now");
        assertThrows(LedgerException.class, () -> session.setQuoteRef(0, 3, meta, OptionalLong.empty()));
        assertThrows(LedgerException.class, () -> session.markPending(SlotColumn.QUOTE, 0, 3, NOW_NS));
        assertThrows(LedgerException.class, () -> session.clearSlot(SlotColumn.GREEKS, 2, 3, "cause", "test", NOW_NS));
        assertThrows(RuntimeException.class, ledger::close);
        holdsEverything();
    }

    @Test
    void aFailedCloseLetsGoOfTheLock() {
        for (String file : new String[] {"trade.map", "audit.log", "symbol-map.bin", "enrichment-ledger.dat"}) {
            Ledger ledger = open();
            SessionLedger session = ledger.session(SampleState.DAY);
            session.list(ledger.resolveSymbol("X" + file.length()));
            SampleState.append(session, SlotColumn.TRADE, 0, 3, 2, 0);
            storage.fail("force " + file, 0);
            assertThrows(RuntimeException.class, ledger::close, file);
            open().close();
        }
    }

    @Test
    void symbolsSurviveAReplacementThatIsInterrupted() throws IOException {
        StateFiles.flip(layout.symbolMap(), 1_000, 1);
        storage.fail("move symbol-map.bin.new", 0);
        assertThrows(LedgerException.class, this::open);
        assertFalse(Files.exists(layout.symbolMap()));
        holdsEverything();
    }

    @Test
    void curvesSurviveAReplacementThatIsInterrupted() throws IOException {
        StateFiles.flip(layout.rateMap(), 1_000, 1);
        storage.fail("preallocate rf_rate.map.new", 1);
        assertThrows(JournalException.class, this::open);
        holdsEverything();
    }

    @Test
    void retirementsSurviveARebuildThatIsInterrupted() throws IOException {
        for (int lists = 1; lists <= 6; lists++) {
            Files.delete(layout.ledger(SampleState.DAY, LedgerKind.TRADE));
            storage.failOn("preallocate enrichment-ledger.dat", lists);
            assertThrows(LedgerException.class, this::open);
            storage.heal();
            assertTrue(Files.exists(layout.unfinished(SampleState.DAY)));
            holdsEverything();
            assertFalse(Files.exists(layout.unfinished(SampleState.DAY)));
        }
    }

    @Test
    void aNewSessionThatFailsAgainAndAgainLeavesNothingBehind() throws IOException {
        try (Ledger ledger = open()) {
            for (int attempt = 0; attempt < 5; attempt++) {
                storage.fail("preallocate enrichment-ledger.dat", 0);
                assertThrows(LedgerException.class, () -> ledger.session(SampleState.EARLY_CLOSE));
            }
            ledger.session(SampleState.EARLY_CLOSE).list(0);
        }
        assertTrue(StateFiles.of(layout.session(SampleState.EARLY_CLOSE)).stream()
                .noneMatch(file -> file.toString().contains("damaged")));
    }

    @Test
    void aLockLineThatCouldNotBeWrittenIsPutRight() throws IOException {
        int before = StateLock.holder(layout.lock()).orElseThrow().incarnation();
        storage.fail("sync lock", 0);
        assertThrows(LedgerException.class, this::open);
        assertEquals(0, StateLock.livingIncarnation(layout.lock()));
        try (Ledger ledger = open()) {
            assertTrue(ledger.incarnation() > before);
        }
    }
}
