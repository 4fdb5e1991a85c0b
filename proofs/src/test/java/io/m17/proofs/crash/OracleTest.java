package io.m17.proofs.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.m17.journal.FixedRecordLog;
import io.m17.ledger.Ledger;
import io.m17.ledger.LedgerOptions;
import io.m17.ledger.PayloadType;
import io.m17.ledger.SlotColumn;
import io.m17.ledger.SlotStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The oracle must see what a crash may not do.
class OracleTest {
    private static final long SEED = 17;
    private static final int STEPS = 400;
    private static final int RECORDS = 10;
    private static final String LOG = "fixed-0000";
    private static final LocalDate DAY = CrashSite.SESSIONS.getFirst();

    @TempDir
    private Path root;

    @TempDir
    private Path elsewhere;

    private Expected work() throws IOException {
        Expected expected = new Expected();
        try (Workload workload =
                Workload.open(new CrashSite(root), Commitment.EACH_BATCH, expected.ticks(), SEED, expected)) {
            for (int step = 0; step < STEPS; step++) {
                workload.step();
            }
        }
        return expected;
    }

    private List<String> faults(Expected expected) {
        return faults(expected, Loss.PROCESS);
    }

    private List<String> faults(Expected expected, Loss loss) {
        return Oracle.check(new CrashSite(root), expected, loss).faults();
    }

    private static void acknowledge(Expected expected, Step step) {
        expected.begins(step);
        expected.done();
    }

    @Test
    void acceptsWhatIsAsTheWorkloadSaid() throws IOException {
        assertEquals(List.of(), faults(work()));
    }

    @Test
    void seesThatAnAcknowledgedRecordIsGone() throws IOException {
        Expected expected = work();
        String map = Expected.map(DAY, PayloadType.TRADE.label());
        int next = (int) expected.count(map).acknowledged + 1;
        acknowledge(expected, new Step.Stored(DAY, PayloadType.TRADE, next, 1));
        assertNotEquals(List.of(), faults(expected));
    }

    @Test
    void seesThatAnAcknowledgedFillIsGone() throws IOException {
        Expected expected = work();
        Step.Cell cell = new Step.Cell(SlotStatus.FILLED, 1, 99);
        acknowledge(expected, new Step.Slot(DAY, SlotColumn.TRADE, 0, 300, cell));
        assertNotEquals(List.of(), faults(expected));
    }

    @Test
    void seesThatTheWatermarkClaimsAFillThatIsGone() throws IOException {
        Expected expected = work();
        Step.Slot unmarked = new Step.Slot(DAY, SlotColumn.TRADE, 0, 300, new Step.Cell(SlotStatus.FILLED, 1, 99));
        acknowledge(expected, unmarked);
        assertEquals(List.of(), faults(expected.copy(), Loss.POWER), "it came after the watermark");
        LedgerOptions later = new CrashSite(root).options(Commitment.ON_REQUEST.policy(), expected.ticks());
        try (Ledger ledger = Ledger.open(later, Content.NOW_NS)) {
            ledger.session(DAY).reconcile(SlotColumn.AGGRESSOR, 0, 4711);
        }
        assertTrue(
                faults(expected, Loss.POWER).stream().anyMatch(fault -> fault.contains("holds what it must not")),
                "the watermark is behind it now");
    }

    @Test
    void seesAWatermarkThatIsOlderThanOneThatWasTold() throws IOException {
        Expected expected = work();
        acknowledge(expected, new Step.Marked(1_000_000));
        assertNotEquals(List.of(), faults(expected));
    }

    @Test
    void seesARecordThatWasNeverWritten() throws IOException {
        Expected expected = work();
        expected.count("curves").begun = 0;
        expected.count("curves").acknowledged = 0;
        expected.count("curves").durable = 0;
        assertNotEquals(List.of(), faults(expected));
    }

    /// A log of ten records in a crashed site, of which the sixth was taken away; it is recovered and forced.
    private Expected forcedWithoutOne(boolean told) throws IOException {
        Path log = Files.createDirectories(new CrashSite(root).logs()).resolve(LOG);
        Expected expected = new Expected();
        try (FixedRecordLog writer = FixedRecordLog.open(elsewhere.resolve(LOG), new CrashSite(root).fixedOptions())) {
            for (long number = 1; number <= RECORDS; number++) {
                writer.append(Content.body(LOG, number, CrashSite.fixedBodyBytes()));
                acknowledge(expected, new Step.Appended(LOG, number));
            }
            Files.copy(elsewhere.resolve(LOG), log);
        }
        expected.killed();
        Deaths.takeRecord(told ? expected : expected.copy(), log);
        FixedRecordLog.open(log, new CrashSite(root).fixedOptions()).close();
        acknowledge(expected, new Step.Forced(LOG, RECORDS));
        return expected;
    }

    @Test
    void knowsTheRecordThatTheProofTookThoughItsLogWasForcedAfterwards() throws IOException {
        assertEquals(List.of(), faults(forcedWithoutOne(true)));
    }

    @Test
    void seesARecordThatIsVoidBeforeTheWatermark() throws IOException {
        assertNotEquals(List.of(), faults(forcedWithoutOne(false)));
    }
}
