package io.m17.nbbo;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What the kernels allocate for ten thousand trades: nothing.
final class AllocationTest {
    private static final int TRADES = 10_000;
    private static final int QUOTES = 4 * TRADES;
    private static final long ALLOWED_BYTES = 1_000; // of the measuring itself; an object a trade would be 160 000

    @ParameterizedTest
    @EnumSource
    void classifiesAndMeasuresWithoutGarbage(Method method) {
        Random random = new Random(1);
        byte[] flags = new byte[TRADES];
        Arrays.fill(flags, TradeRows.ELIGIBLE);
        TradeRows trades = new TradeRows(times(random, TRADES), values(random, TRADES), values(random, TRADES), flags);
        QuoteRows quotes = new QuoteRows(
                times(random, QUOTES),
                values(random, QUOTES),
                values(random, QUOTES),
                values(random, QUOTES),
                values(random, QUOTES));
        TradeClassifier classifier = TradeClassifier.of(method, CrossedPolicy.TICK);
        RealisedSpread spread = new RealisedSpread(50);
        Carry carry = new Carry();
        AggressorRows rows = new AggressorRows();
        rows.reserve(TRADES);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        threads.getCurrentThreadAllocatedBytes();
        long before = threads.getCurrentThreadAllocatedBytes();
        classifier.classify(trades, 0, TRADES, quotes, 0, QUOTES, carry, rows);
        spread.measure(trades, 0, TRADES, quotes, 0, QUOTES, rows);
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertTrue(allocated <= ALLOWED_BYTES, "allocated " + allocated + " bytes");
    }

    private static long[] times(Random random, int count) {
        return random.longs(count, 0, 10_000).sorted().toArray();
    }

    private static long[] values(Random random, int count) {
        return random.longs(count, 1, 9).toArray();
    }
}
