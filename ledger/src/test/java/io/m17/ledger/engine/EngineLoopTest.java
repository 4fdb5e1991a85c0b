package io.m17.ledger.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class EngineLoopTest {
    private static final Duration LONG = Duration.ofHours(1);

    private final EngineLoop loop = new EngineLoop("test");
    private final ChangeSignal changes = new ChangeSignal();

    @AfterEach
    void stop() {
        loop.stop();
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            Thread.sleep(1);
        }
    }

    @Test
    void isNewUntilItIsStartedAndStartsOnce() {
        assertEquals(new EngineHealth(EngineHealth.State.NEW, 0, -1, 0, ""), loop.health());
        loop.start(() -> false, changes, LONG);
        assertThrows(IllegalStateException.class, () -> loop.start(() -> false, changes, LONG));
    }

    @Test
    void saysAtWhichChangeItFoundNothingToDo() throws InterruptedException {
        changes.announce();
        changes.announce();
        loop.start(() -> false, changes, LONG);
        await(() -> loop.health().turns() == 1);
        assertEquals(new EngineHealth(EngineHealth.State.RUNNING, 1, 2, 0, ""), loop.health());
        changes.announce();
        await(() -> loop.health().turns() == 2);
        assertEquals(3, loop.health().idleSinceChange());
    }

    @Test
    void isNotIdleAtAChangeThatCameDuringItsTurn() throws InterruptedException {
        AtomicInteger turns = new AtomicInteger();
        List<Long> stamps = new CopyOnWriteArrayList<>();
        loop.start(
                () -> {
                    stamps.add(loop.health().idleSinceChange());
                    if (turns.incrementAndGet() == 1) {
                        changes.announce();
                    }
                    return false;
                },
                changes,
                LONG);
        await(() -> loop.health().turns() == 2);
        assertEquals(List.of(-1L, 0L), stamps);
        assertEquals(1, loop.health().idleSinceChange());
    }

    @Test
    void goesOnAtOnceWhileThereIsProgress() throws InterruptedException {
        AtomicInteger left = new AtomicInteger(1000);
        loop.start(() -> left.getAndDecrement() > 0, changes, LONG);
        await(() -> loop.health().idleSinceChange() == 0);
        assertEquals(1001, loop.health().turns());
    }

    @Test
    void looksAgainAfterItsIdleWait() throws InterruptedException {
        loop.start(() -> false, changes, Duration.ofMillis(5));
        await(() -> loop.health().turns() >= 4);
        assertEquals(0, loop.health().failures());
    }

    @Test
    void waitsTwiceAsLongAfterEveryFailureInARow() throws InterruptedException {
        List<Long> atNs = new CopyOnWriteArrayList<>();
        loop.start(
                () -> {
                    atNs.add(System.nanoTime());
                    if (atNs.size() <= 3) {
                        throw new IllegalStateException("turn " + atNs.size());
                    }
                    return false;
                },
                changes,
                LONG);
        await(() -> loop.health().turns() == 4);
        EngineHealth health = loop.health();
        assertEquals(3, health.failures());
        assertTrue(health.lastFailure().contains("turn 3"));
        assertEquals(0, health.idleSinceChange());
        for (int failure = 1; failure <= 3; failure++) {
            long pausedMs = (atNs.get(failure) - atNs.get(failure - 1)) / 1_000_000;
            assertTrue(pausedMs >= 99L << (failure - 1), "pause " + failure + " was " + pausedMs + " ms");
        }
    }

    @Test
    void isNotIdleAfterAFailure() throws InterruptedException {
        loop.start(
                () -> {
                    throw new IllegalStateException("always");
                },
                changes,
                LONG);
        await(() -> loop.health().failures() >= 1);
        assertEquals(-1, loop.health().idleSinceChange());
    }

    @Test
    void endsWhenItIsStoppedInItsWaitItsTurnOrItsPause() throws InterruptedException {
        List<Turn> turns = List.of(
                () -> false,
                () -> {
                    Thread.sleep(LONG);
                    return false;
                },
                () -> {
                    throw new IllegalStateException("always");
                });
        for (Turn turn : turns) {
            EngineLoop stopped = new EngineLoop("stopped");
            CountDownLatch begun = new CountDownLatch(1);
            stopped.start(
                    () -> {
                        begun.countDown();
                        return turn.run();
                    },
                    changes,
                    LONG);
            begun.await();
            Thread.sleep(10);
            assertFalse(stopped.stopping());
            stopped.stop();
            assertTrue(stopped.stopping());
            assertEquals(EngineHealth.State.STOPPED, stopped.health().state());
        }
    }

    @Test
    void isStoppedAndNotRunningAfterAnError() throws InterruptedException {
        loop.start(
                () -> {
                    throw new InternalError("a fault occurred in an unsafe memory access operation");
                },
                changes,
                LONG);
        await(() -> loop.health().state() == EngineHealth.State.STOPPED);
        assertEquals(1, loop.health().failures());
        assertTrue(loop.health().lastFailure().contains("unsafe memory access"));
    }
}
