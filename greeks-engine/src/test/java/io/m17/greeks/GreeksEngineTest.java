package io.m17.greeks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.m17.ledger.Slot;
import io.m17.ledger.SlotColumn;
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

/// The engine on its own threads, while every input changes under it.
final class GreeksEngineTest {
    private static final int ROUNDS = 12;
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @TempDir
    private Path directory;

    private final Reconciliation reconciliation =
            new Reconciliation(List.of(GreeksEngine.derivation(ChainDay.OPTIONS)));
    private final Engine engine = DerivedEngine.of(reconciliation).getFirst();

    @Test
    void comesToRestOnTheInputsThatStand() throws Exception {
        try (ChainDay day = new ChainDay(directory.resolve("busy"));
                ComputePool compute = new ComputePool(2)) {
            engine.start(day.context(compute));
            try {
                changeEverything(day);
                awaitRest(day);
            } finally {
                engine.stop();
            }
            assertEquals(contentsWithoutHaste(), day.contents());
            for (int minute = 0; minute < ChainDay.MINUTES; minute++) {
                Slot curve = day.session.slot(SlotColumn.RF_RATE, day.chainId, minute);
                assertEquals(curve.version(), day.payload(minute).greeksVersion());
                assertEquals(curve.payloadId(), day.payload(minute).rfRatePayloadId());
            }
            assertEquals(List.of(), List.copyOf(day.stale()));
        }
    }

    /// Every round changes a quote of each kind and the curve, while the engine derives what the round before changed;
    /// a result never goes back to an older curve.
    private static void changeEverything(ChainDay day) {
        int newest = 0;
        for (int round = 0; round < ROUNDS; round++) {
            int minute = round % ChainDay.MINUTES;
            day.quoteCall(minute, 10_500_000L + 10_000L * round, 10_700_000L + 10_000L * round);
            day.quoteUnderlying(minute, 599_990_000L + 10_000L * round, 600_010_000L + 10_000L * round);
            day.publishCurve(430 + round, 0, ChainDay.MINUTES);
            if (day.slot(0).filled()) {
                int version = day.payload(0).greeksVersion();
                assertTrue(version >= newest, version + " after " + newest);
                newest = version;
            }
        }
    }

    private void awaitRest(ChainDay day) throws InterruptedException {
        long deadlineNs = System.nanoTime() + LIMIT.toNanos();
        while (!reconciliation.isDone(Lineage.SENSITIVITY, day.session, day.chainId)) {
            assertEquals(0, engine.health().failures(), () -> String.valueOf(engine.health()));
            assertTrue(System.nanoTime() < deadlineNs, "the engine does not come to rest");
            Thread.sleep(5);
        }
    }

    /// The same changes with nobody deriving until they are over.
    private List<Integer> contentsWithoutHaste() {
        try (ChainDay calm = new ChainDay(directory.resolve("calm"))) {
            changeEverything(calm);
            calm.derive();
            return calm.contents();
        }
    }
}
