package io.m17.ledger.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class ChangeSignalTest {
    private final ChangeSignal signal = new ChangeSignal();

    @Test
    void countsItsAnnouncements() {
        signal.announce();
        signal.announce();
        assertEquals(2, signal.count());
    }

    @Test
    void doesNotWaitForAChangeThatHasHappened() throws InterruptedException {
        long seen = signal.count();
        signal.announce();
        signal.await(seen, Duration.ofHours(1));
        assertEquals(1, signal.count());
    }

    @Test
    void waitsNoLongerThanItWasTold() throws InterruptedException {
        long begunNs = System.nanoTime();
        signal.await(0, Duration.ofMillis(30));
        assertTrue(System.nanoTime() - begunNs >= 30_000_000);
        signal.await(0, Duration.ZERO);
    }

    @Test
    void wakesEveryWaiter() throws InterruptedException {
        CountDownLatch woken = new CountDownLatch(3);
        for (int i = 0; i < 3; i++) {
            Thread.ofVirtual().start(() -> {
                try {
                    signal.await(0, Duration.ofHours(1));
                    woken.countDown();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
        }
        Thread.sleep(20);
        signal.announce();
        woken.await();
        assertEquals(0, woken.getCount());
    }
}
