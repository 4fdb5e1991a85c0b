package io.m17.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.m17.ledger.engine.Engine;
import io.m17.ledger.engine.EngineContext;
import io.m17.ledger.engine.EngineHealth;
import io.m17.ledger.engine.PriorityHook;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class EngineWatchTest {
    /// An engine that says of itself what it is told to.
    private static final class Told implements Engine {
        private final String name;
        private EngineHealth health = new EngineHealth(EngineHealth.State.NEW, 0, -1, 0, "");

        Told(String name) {
            this.name = name;
        }

        void died() {
            health = new EngineHealth(EngineHealth.State.STOPPED, 3, -1, 1, "died");
        }

        void is(long turns, long idleSinceChange, long failures) {
            health = new EngineHealth(
                    EngineHealth.State.RUNNING, turns, idleSinceChange, failures, failures == 0 ? "" : "it broke");
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public void start(EngineContext context) {}

        @Override
        public void stop() {
            health = new EngineHealth(EngineHealth.State.STOPPED, 0, -1, 0, "");
        }

        @Override
        public EngineHealth health() {
            return health;
        }

        @Override
        public List<PriorityHook> describePriorityHooks() {
            return List.of();
        }
    }

    private final Told first = new Told("first");
    private final Told second = new Told("second");
    private final EngineWatch watch = new EngineWatch(List.of(first, second));

    @Test
    void isSettledWhenEveryEngineIsIdleSinceTheLastChange() {
        first.is(3, 7, 0);
        second.is(3, 6, 0);
        assertFalse(watch.settled(7));
        second.is(4, 7, 0);
        assertTrue(watch.settled(7));
        assertFalse(watch.settled(8));
    }

    @Test
    void countsAnEngineThatFailsAgainAndAgainAsStuck() {
        first.is(3, 7, 0);
        second.is(4, -1, 4);
        assertEquals(Map.of(), watch.stuck());
        assertFalse(watch.settled(7));
        second.is(5, -1, 5);
        assertEquals(Map.of("second", "it broke"), watch.stuck());
        assertTrue(watch.settled(7));
        assertFalse(watch.healthy());
    }

    @Test
    void startsCountingAnewAfterASuccess() {
        second.is(5, -1, 5);
        assertEquals(1, watch.stuck().size());
        second.is(6, -1, 5);
        assertEquals(Map.of(), watch.stuck());
        second.is(10, -1, 9);
        assertEquals(Map.of(), watch.stuck());
        second.is(11, -1, 10);
        assertEquals(1, watch.stuck().size());
    }

    @Test
    void countsAnEngineThatDiedAsStuckSoThatARunEnds() {
        first.died();
        second.is(5, 7, 0);
        assertEquals(Map.of("first", "died"), watch.stuck());
        assertTrue(watch.settled(7));
    }

    @Test
    void isNotHealthyWhenAnEngineHasStopped() {
        assertTrue(watch.healthy());
        second.stop();
        assertFalse(watch.healthy());
    }
}
