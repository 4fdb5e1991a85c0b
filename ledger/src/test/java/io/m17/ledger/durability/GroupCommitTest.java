package io.m17.ledger.durability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class GroupCommitTest {
    @Test
    void returnsOnlyWhenAForceThatBeganAfterTheCallHasEnded() throws Exception {
        AtomicLong written = new AtomicLong();
        AtomicLong durable = new AtomicLong();
        AtomicInteger forces = new AtomicInteger();
        AtomicInteger inForce = new AtomicInteger();
        GroupCommit commit = new GroupCommit(() -> {
            assertEquals(1, inForce.incrementAndGet());
            long upTo = written.get();
            Thread.onSpinWait();
            durable.accumulateAndGet(upTo, Math::max);
            forces.incrementAndGet();
            inForce.decrementAndGet();
        });
        int writers = 8;
        int writes = 2_000;
        try (ExecutorService threads = Executors.newFixedThreadPool(writers)) {
            List<Future<?>> running = new ArrayList<>();
            for (int writer = 0; writer < writers; writer++) {
                running.add(threads.submit(() -> {
                    for (int i = 0; i < writes; i++) {
                        long mine = written.incrementAndGet();
                        commit.await();
                        assertTrue(durable.get() >= mine);
                    }
                    return null;
                }));
            }
            for (Future<?> each : running) {
                each.get();
            }
        }
        assertTrue(forces.get() <= writers * writes);
    }

    @Test
    void servesAllThatWaitWithOneForce() throws Exception {
        CountDownLatch firstBegan = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        AtomicInteger forces = new AtomicInteger();
        GroupCommit commit = new GroupCommit(() -> {
            if (forces.incrementAndGet() == 1) {
                firstBegan.countDown();
                awaitUninterrupted(goOn);
            }
        });
        List<Thread> threads = new ArrayList<>();
        threads.add(Thread.ofPlatform().start(() -> awaitQuietly(commit)));
        firstBegan.await();
        for (int i = 0; i < 6; i++) {
            threads.add(Thread.ofPlatform().start(() -> awaitQuietly(commit)));
        }
        for (Thread thread : threads.subList(1, threads.size())) {
            while (thread.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
        }
        goOn.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
        assertEquals(2, forces.get());
    }

    @Test
    void failsForGoodAfterTheFirstFailure() {
        AtomicInteger forces = new AtomicInteger();
        GroupCommit commit = new GroupCommit(() -> {
            if (forces.incrementAndGet() == 1) {
                throw new IOException("planted");
            }
        });
        assertTrue(String.valueOf(assertThrows(IOException.class, commit::await).getMessage())
                .contains("planted"));
        assertThrows(IOException.class, commit::await);
        assertEquals(1, forces.get());
    }

    private static void awaitUninterrupted(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private static void awaitQuietly(GroupCommit commit) {
        try {
            commit.await();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
