package io.m17.ledger.slot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.m17.ledger.PayloadType;
import io.m17.ledger.Reason;
import io.m17.ledger.Slot;
import io.m17.ledger.SlotStatus;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SlotConcurrencyTest {
    private static final int ROUNDS = 5_000;
    private static final int WRITES = 300_000;
    private static final int DISTINCT_READS = 50_000;

    private static List<SlotMemory> memories() {
        return List.of(new ArraySlotMemory(32), new SegmentSlotMemory(MemorySegment.ofArray(new long[4])));
    }

    @Test
    void letsExactlyOneOfTwoWritersWinEachRound() throws Exception {
        for (SlotMemory memory : memories()) {
            SlotProtocol protocol = new SlotProtocol(memory, 1);
            CyclicBarrier barrier = new CyclicBarrier(2);
            boolean[][] won = new boolean[2][ROUNDS];
            List<Callable<Void>> writers = new ArrayList<>();
            for (int writer = 0; writer < 2; writer++) {
                int number = writer;
                writers.add(() -> {
                    for (int round = 0; round < ROUNDS; round++) {
                        long word = protocol.read(0).word();
                        barrier.await();
                        won[number][round] = write(protocol, word, 2 * round + number + 1) != SlotProtocol.LOST;
                        barrier.await();
                    }
                    return null;
                });
            }
            runAll(writers);
            for (int round = 0; round < ROUNDS; round++) {
                assertTrue(won[0][round] ^ won[1][round], "round " + round);
            }
            int winner = won[0][ROUNDS - 1] ? 0 : 1;
            assertEquals(2 * (ROUNDS - 1) + winner + 1, protocol.read(0).payloadId());
        }
    }

    @Test
    void countsEverySuccessfulWriteOnceInTheSequence() throws Exception {
        for (SlotMemory memory : memories()) {
            SlotProtocol protocol = new SlotProtocol(memory, 1);
            Callable<Integer> writer = () -> {
                int won = 0;
                while (won < WRITES / 3) {
                    Slot slot = protocol.read(0);
                    won += write(protocol, slot.word(), won + 1) == SlotProtocol.LOST ? 0 : 1;
                }
                return won;
            };
            int won = runAll(List.of(writer, writer)).stream()
                    .mapToInt(Integer::intValue)
                    .sum();
            assertEquals(2L * won, memory.get(0) >>> 40);
        }
    }

    @Test
    void neverShowsFieldsOfTwoWritesToAReader() throws Exception {
        for (SlotMemory memory : memories()) {
            SlotProtocol protocol = new SlotProtocol(memory, 1);
            AtomicBoolean done = new AtomicBoolean();
            Callable<Integer> writer = () -> {
                int number = 0;
                while (!done.get()) {
                    number++;
                    write(protocol, protocol.read(0).word(), number);
                }
                return number;
            };
            Callable<Integer> reader = () -> {
                int distinct = 0;
                int last = 0;
                try {
                    while (distinct < DISTINCT_READS) {
                        Slot slot = protocol.read(0);
                        int number = slot.payloadId();
                        assertEquals(expected(slot.word(), number), slot);
                        assertTrue(number >= last, "a reader goes back in time");
                        distinct += number == last ? 0 : 1;
                        last = number;
                    }
                } finally {
                    done.set(true);
                }
                return last;
            };
            List<Integer> counts = runAll(List.of(writer, reader));
            assertTrue(counts.getLast() >= DISTINCT_READS && counts.getFirst() >= counts.getLast());
            assertEquals(counts.getFirst(), protocol.read(0).payloadId());
        }
    }

    private static Slot expected(long word, int number) {
        return number == 0
                ? new Slot(0, SlotStatus.EMPTY, Reason.NONE, PayloadType.NONE, 0, 0, 0, 0)
                : new Slot(word, SlotStatus.FILLED, Reason.NONE, PayloadType.TRADE, number, number, ~number, -number);
    }

    private static long write(SlotProtocol protocol, long expected, int number) {
        return protocol.write(
                0,
                expected,
                SlotStatus.FILLED,
                SlotStatus.EMPTY,
                Reason.NONE,
                PayloadType.TRADE,
                number,
                number,
                ~number,
                -number);
    }

    private static <T> List<T> runAll(List<Callable<T>> tasks) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(tasks.size())) {
            List<T> results = new ArrayList<>();
            for (Future<T> future : threads.invokeAll(tasks, 50, TimeUnit.SECONDS)) {
                results.add(future.get());
            }
            return results;
        }
    }
}
