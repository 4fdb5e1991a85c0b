package io.m17.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.m17.journal.FixedRecordLog;
import io.m17.journal.LogOwner;
import io.m17.journal.RecordLog;
import io.m17.ledger.audit.AuditAction;
import io.m17.ledger.check.LedgerVerifier;
import io.m17.ledger.payload.RateMap;
import io.m17.ledger.session.SessionLedger;
import io.m17.ledger.slot.SlotMatrix;
import io.m17.ledger.state.StateLayout;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What must be on the disk before what, so that losing the power at any moment loses no more than it may.
class PowerLossTest {
    private static final long NOW_NS = SampleState.NOW_NS;

    @TempDir
    private Path directory;

    private Path state() {
        return directory.resolve("state");
    }

    private StateLayout layout() {
        return new StateLayout(state());
    }

    private Ledger open() {
        return Ledger.open(SampleState.options(state()), NOW_NS);
    }

    private void fillAndStop() throws IOException {
        try (Ledger ledger = open()) {
            SampleState.fillAll(ledger, SampleState.DAY);
        }
    }

    @Test
    void marksALedgerFileOpenBeforeTheFirstStoreAfterACleanStop() throws IOException {
        fillAndStop();
        try (Ledger ledger = open()) {
            SessionLedger session = ledger.session(SampleState.DAY);
            Path file = layout().ledger(SampleState.DAY, LedgerKind.TRADE);
            assertFalse(SlotMatrix.openMark(file));
            assertTrue(session.markPending(SlotColumn.TRADE, 0, 20, NOW_NS).isPresent());
            assertTrue(SlotMatrix.openMark(file));
        }
    }

    @Test
    void marksALedgerFileOpenBeforeAReconciliationThatChangesAnything() throws IOException {
        fillAndStop();
        try (Ledger ledger = open()) {
            SessionLedger session = ledger.session(SampleState.DAY);
            Path file = layout().ledger(SampleState.DAY, LedgerKind.ENRICHMENT);
            session.reconcile(SlotColumn.AGGS_1M, 0, session.reconciled(SlotColumn.AGGS_1M, 0));
            assertFalse(SlotMatrix.openMark(file));
            session.reconcile(SlotColumn.AGGS_1M, 0, 4711);
            assertTrue(SlotMatrix.openMark(file));
        }
    }

    @Test
    void opensThoughASymbolIsLostThatNoSessionLists() throws IOException {
        Path image = directory.resolve("image");
        try (Ledger ledger = open()) {
            for (String symbol : List.of("SPY", "QQQ", "IWM")) {
                ledger.resolveSymbol(symbol);
            }
            StateFiles.crashImage(state(), image);
        }
        zero(new StateLayout(image).symbolMap(), 4096 + 64, 64);
        try (Ledger ledger = Ledger.open(SampleState.options(image), NOW_NS)) {
            assertEquals(0, ledger.resolveSymbol("SPY"));
            assertEquals(2, ledger.resolveSymbol("IWM"));
            assertEquals(3, ledger.resolveSymbol("QQQ"));
            assertEquals("", ledger.symbols().symbol(1));
        }
        assertEquals(
                List.of(),
                LedgerVerifier.verify(new StateLayout(image), SampleState.options(image))
                        .findings());
    }

    @Test
    void putsASymbolOnTheDiskBeforeASessionListsIt() {
        try (Ledger ledger = open()) {
            int symbolId = ledger.resolveSymbol("SPY");
            assertFalse(ledger.symbols().isDurable(symbolId));
            ledger.session(SampleState.DAY).list(symbolId);
            assertTrue(ledger.symbols().isDurable(symbolId));
        }
    }

    @Test
    void dropsASlotWhoseArtifactTheLogHasLost() throws IOException {
        Path image = directory.resolve("image");
        try (Ledger ledger = open()) {
            SampleState.fillAll(ledger, SampleState.DAY);
            StateFiles.crashImage(state(), image);
        }
        zero(new StateLayout(image).artifactLog(SampleState.DAY), 4096, 8192);
        try (Ledger ledger = Ledger.open(SampleState.options(image), NOW_NS)) {
            SessionLedger session = ledger.session(SampleState.DAY);
            assertEquals(0, session.artifacts().count());
            assertEquals(
                    Reason.PAYLOAD_LOST, session.slot(SlotColumn.TRADE, 0, 21).reason());
            assertTrue(session.slot(SlotColumn.TRADE, 0, 20).knownEmpty());
        }
    }

    @Test
    void listsASymbolInBothLedgersWhenOneHasLostIt() throws IOException {
        Path image = directory.resolve("image");
        try (Ledger ledger = open()) {
            SampleState.fillAll(ledger, SampleState.DAY);
            StateFiles.crashImage(state(), image);
        }
        loseAllButTheHeader(new StateLayout(image).ledger(SampleState.DAY, LedgerKind.ENRICHMENT));
        try (Ledger ledger = Ledger.open(SampleState.options(image), NOW_NS)) {
            SessionLedger session = ledger.session(SampleState.DAY);
            assertEquals(List.of(0, 1, 2), session.listed().boxed().toList());
            assertTrue(session.slot(SlotColumn.TRADE, 0, 21).filled());
            assertEquals(
                    SlotStatus.EMPTY, session.slot(SlotColumn.AGGS_1M, 0, 21).status());
            assertTrue(session.expects(0, SlotColumn.AGGS_1M));
        }
        assertEquals(
                List.of(),
                LedgerVerifier.verify(new StateLayout(image), SampleState.options(image))
                        .findings());
    }

    @Test
    void forcesCurvesAndAuditLogBeforeTheSlotsOfASession() throws IOException {
        try (Ledger ledger = open()) {
            SampleState.fillAll(ledger, SampleState.DAY);
            ledger.note(AuditAction.REPAIRED, "by hand", NOW_NS);
            ledger.session(SampleState.DAY).force();
            try (FixedRecordLog rates = FixedRecordLog.openReadOnly(layout().rateMap(), RateMap.KIND);
                    RecordLog audit = RecordLog.openReadOnly(layout().auditLog(), Ledger.AUDIT_KIND, LogOwner.NONE)) {
                assertEquals(ledger.rates().count(), rates.durableCount());
                assertEquals(ledger.audit().count(), audit.durableCount());
            }
        }
    }

    private static void loseAllButTheHeader(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            long lengthBytes = channel.size();
            channel.truncate(4096);
            channel.write(ByteBuffer.allocate(1), lengthBytes - 1);
        }
    }

    private static void zero(Path file, long offset, int lengthBytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.allocate(lengthBytes), offset);
        }
    }
}
