package io.m17.ledger.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ComputePoolTest {
    private final ComputePool pool = new ComputePool(2);

    @AfterEach
    void close() {
        pool.close();
    }

    private int sumByForks(int depth) throws Exception {
        if (depth == 0) {
            return 1;
        }
        List<Callable<Integer>> halves = List.of(() -> sumByForks(depth - 1), () -> sumByForks(depth - 1));
        return pool.forkAll(halves).stream().mapToInt(Integer::intValue).sum();
    }

    @Test
    void runsCallsOnItsOwnPlatformThreads() throws Exception {
        assertEquals(2, pool.width());
        assertTrue(pool.call(() -> Thread.currentThread().getName()).startsWith("compute-"));
        assertFalse(pool.call(() -> Thread.currentThread().isVirtual()));
    }

    @Test
    void neverDeadlocksHoweverDeepTasksForkTasks() throws Exception {
        List<Thread> engines = new ArrayList<>();
        AtomicInteger total = new AtomicInteger();
        for (int i = 0; i < 6; i++) {
            engines.add(Thread.ofVirtual().start(() -> {
                try {
                    total.addAndGet(pool.call(() -> sumByForks(8)));
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }));
        }
        for (Thread engine : engines) {
            engine.join();
        }
        assertEquals(6 * 256, total.get());
    }

    @Test
    void forksHereWhenEveryThreadIsBusy() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        List<Future<Boolean>> busy = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            busy.add(pool.fork(() -> {
                release.await();
                return true;
            }));
        }
        Future<Thread> here = pool.fork(Thread::currentThread);
        assertTrue(here.isDone());
        assertSame(Thread.currentThread(), here.get());
        release.countDown();
        assertEquals(List.of(true, true), ComputePool.join(busy));
    }

    @Test
    void makesACallWaitForAFreeThread() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        List<Future<Boolean>> busy = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            busy.add(pool.fork(() -> {
                release.await();
                return true;
            }));
        }
        AtomicBoolean called = new AtomicBoolean();
        Thread caller = Thread.ofVirtual().start(() -> {
            try {
                pool.call(() -> {
                    called.set(true);
                    return true;
                });
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        Thread.sleep(30);
        assertFalse(called.get());
        release.countDown();
        caller.join();
        assertTrue(called.get());
        ComputePool.join(busy);
    }

    @Test
    void throwsWhatTheTaskThrewAndStaysUsable() throws Exception {
        for (int i = 0; i < 5; i++) {
            IOException thrown = assertThrows(
                    IOException.class,
                    () -> pool.call(() -> {
                        throw new IOException("the disk is full");
                    }));
            assertEquals("the disk is full", thrown.getMessage());
        }
        assertEquals(7, pool.call(() -> 7));
    }

    @Test
    void waitsForAllForksBeforeItThrows() {
        AtomicInteger ended = new AtomicInteger();
        Callable<Integer> failing = () -> {
            throw new IOException("first");
        };
        Callable<Integer> slow = () -> {
            Thread.sleep(30);
            return ended.incrementAndGet();
        };
        assertThrows(IOException.class, () -> pool.forkAll(List.of(failing, slow, slow)));
        assertEquals(2, ended.get());
    }

    @Test
    void letsATaskEndBeforeAnInterruptedCallReturns() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        AtomicBoolean ended = new AtomicBoolean();
        AtomicReference<Boolean> endedAtReturn = new AtomicReference<>(false);
        Thread caller = Thread.ofVirtual().start(() -> {
            try {
                pool.call(() -> {
                    begun.countDown();
                    Thread.sleep(50);
                    ended.set(true);
                    return true;
                });
            } catch (Exception e) {
                endedAtReturn.set(e instanceof InterruptedException && ended.get());
            }
        });
        begun.await();
        caller.interrupt();
        caller.join();
        assertEquals(true, endedAtReturn.get());
    }
}
