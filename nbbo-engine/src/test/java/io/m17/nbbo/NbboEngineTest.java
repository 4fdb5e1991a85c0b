package io.m17.nbbo;

import static io.m17.nbbo.LedgerDay.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.m17.ledger.engine.ComputePool;
import io.m17.ledger.engine.Engine;
import io.m17.publication.DerivedEngine;
import io.m17.publication.Lineage;
import io.m17.publication.Reconciliation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The engine on its own threads, while trades and quotes are replaced under it.
final class NbboEngineTest {
    private static final int MINUTES = 6;
    private static final int ROUNDS = 12;
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final Reconciliation reconciliation =
            new Reconciliation(List.of(NbboEngine.derivation(AggressorPolicy.DEFAULT)));
    private final Engine engine = DerivedEngine.of(reconciliation).getFirst();

    @Test
    void comesToRestOnTheInputsThatStand(@TempDir Path busy, @TempDir Path calm) throws Exception {
        try (LedgerDay day = day(busy);
                ComputePool compute = new ComputePool(2)) {
            engine.start(day.context(compute));
            try {
                replaceEverything(day);
                awaitRest(day);
            } finally {
                engine.stop();
            }
            assertEquals(contentsWithoutHaste(calm), day.contents(MINUTES));
        }
    }

    private static LedgerDay day(Path directory) {
        LedgerDay day = new LedgerDay(directory, "SPY");
        for (int minute = 0; minute < MINUTES; minute++) {
            day.trades.put(at(minute, 20), 100_060_000L);
            day.quotes.put(at(minute, 0), quote(minute));
        }
        day.publishTrades(0, MINUTES);
        day.publishQuotes(0, MINUTES);
        return day;
    }

    private static LedgerDay.Quote quote(int step) {
        return new LedgerDay.Quote(100_000_000L + 10_000L * step, 100_100_000L + 10_000L * step);
    }

    /// Every round replaces a trade and a quote, while the engine classifies what the round before replaced.
    private static void replaceEverything(LedgerDay day) {
        for (int round = 0; round < ROUNDS; round++) {
            int minute = round % MINUTES;
            day.trades.put(at(minute, 20), 100_030_000L + 10_000L * round);
            day.publishTrades(minute, MINUTES);
            day.quotes.put(at(minute, 0), quote(round / 2));
            day.publishQuotes(minute, MINUTES);
        }
    }

    private void awaitRest(LedgerDay day) throws InterruptedException {
        long deadlineNs = System.nanoTime() + LIMIT.toNanos();
        while (!reconciliation.isDone(Lineage.SIDE, day.session, day.symbolId)) {
            assertEquals(0, engine.health().failures(), () -> String.valueOf(engine.health()));
            assertTrue(System.nanoTime() < deadlineNs, "the engine does not come to rest");
            Thread.sleep(5);
        }
    }

    /// The same replacements with nobody classifying until they are over.
    private static List<Integer> contentsWithoutHaste(Path directory) {
        try (LedgerDay calm = day(directory)) {
            replaceEverything(calm);
            calm.derive(AggressorPolicy.DEFAULT);
            return calm.contents(MINUTES);
        }
    }
}
