package io.m17.proof;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.m17.ledger.Ledger;
import io.m17.ledger.Reason;
import io.m17.ledger.SlotColumn;
import io.m17.ledger.check.LedgerDigest;
import io.m17.ledger.payload.RatePayload;
import io.m17.ledger.session.SessionLedger;
import io.m17.market.treasury.RateCurve;
import io.m17.nbbo.CrossedPolicy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Session 2014-06-05 of the sample data, a chain without trades and underlying: its rates, and what it says is
/// missing.
class TreasuryDayTest {
    private static final LocalDate SESSION = LocalDate.of(2014, 6, 5);
    private static final Path DATA =
            Path.of(System.getProperty("m17.root", "."), "..", "shared", "data").normalize();
    private static final int NONE = RatePayload.ABSENT;

    /// The rows of 06/04/2014 and 06/05/2014 of the official file, typed by hand; no 2-month tenor then.
    private static final int[] JUNE_4 = {4, NONE, 4, 6, 10, 41, 85, 165, 220, 261, 318, 345};

    private static final int[] JUNE_5 = {3, NONE, 4, 6, 10, 40, 82, 163, 217, 259, 317, 344};

    @TempDir
    private Path directory;

    @Test
    void eachMinuteHasTheLastCurvePublishedBeforeIt() throws Exception {
        assumeTrue(Files.isDirectory(DATA.resolve("flat")), "the sample data is not here");
        Map<SlotColumn, String> first = fill("first");
        try (Ledger ledger = Ledger.openReadOnly(EngineRun.options(directory.resolve("first")))) {
            SessionLedger session = ledger.session(SESSION);
            int chain = session.symbols().id("O:TWX").orElseThrow();
            for (int minute = 0; minute < 390; minute++) {
                RatePayload rate = session.rates()
                        .read(session.slot(SlotColumn.RF_RATE, chain, minute).payloadId());
                assertArrayEquals(minute < 360 ? JUNE_4 : JUNE_5, rate.tenorBps(), "minute " + minute);
            }
            int underlying = session.symbols().id("TWX").orElseThrow();
            assertEquals(
                    Reason.VENDOR_FILE_MISSING,
                    session.slot(SlotColumn.QUOTE, underlying, 5).reason());
            assertEquals(
                    Reason.VENDOR_FILE_MISSING,
                    session.slot(SlotColumn.TRADE, chain, 5).reason());
            assertEquals(
                    Reason.INPUT_MISSING,
                    session.slot(SlotColumn.GREEKS, chain, 5).reason());
        }
        assertEquals(first, fill("second"));
    }

    /// 0.41 % a year, compounded twice a year, for two years; between one and two years on the straight line.
    @Test
    void ratesEqualTheHandComputedCurve() {
        RateCurve curve = RateCurve.of(JUNE_4);
        assertEquals(0.0040958032, curve.rate(2), 1e-10);
        assertEquals(0.0009997501, curve.rate(1), 1e-10);
        assertEquals((0.0040958032 + 0.0009997501) / 2, curve.rate(1.5), 1e-10);
        assertEquals(curve.rate(30), curve.rate(40), 0);
    }

    private Map<SlotColumn, String> fill(String state) throws Exception {
        Path stateDir = directory.resolve(state);
        new EngineRun(stateDir, DATA.resolve("flat"), DATA.resolve("treasury"), CrossedPolicy.UNKNOWN, 2, 100_000)
                .run(SESSION);
        try (Ledger ledger = Ledger.openReadOnly(EngineRun.options(stateDir))) {
            return LedgerDigest.of(ledger.session(SESSION));
        }
    }
}
