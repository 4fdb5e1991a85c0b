package io.m17.journal;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the hot path allocates once it is compiled: nothing a record.
class AllocationTest {
    private static final int WARM_UP = 200_000;
    private static final int MEASURED = 100_000;
    private static final long ALLOWED_BYTES = MEASURED; // a byte a record: preallocation and the index, no object each

    @TempDir
    private Path directory;

    @Test
    void appendsAndReadsAFixedLogWithoutGarbage() throws IOException {
        FixedLogOptions options = FixedLogOptions.of(1, 64, WARM_UP + MEASURED);
        try (FixedRecordLog log = FixedRecordLog.open(directory.resolve("fixed"), options)) {
            FixedLogTailer tailer = log.tailer(1);
            byte[] body = Bodies.of(60, 1);
            byte[] found = new byte[60];
            assertNoGarbage(() -> {
                log.append(body);
                assertTrue(tailer.poll(found));
            });
        }
    }

    @Test
    void appendsAndTailsAVariableLogWithoutGarbage() throws IOException {
        try (RecordLog log = RecordLog.open(directory.resolve("variable"), RecordLogOptions.of(1));
                RecordLogTailer tailer = log.tailer(1)) {
            byte[] body = Bodies.of(60, 1);
            assertNoGarbage(() -> {
                log.append(body);
                assertTrue(tailer.poll());
            });
        }
    }

    private static void assertNoGarbage(Runnable step) {
        repeat(WARM_UP, step);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        repeat(MEASURED, step);
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertTrue(allocated <= ALLOWED_BYTES, "allocated " + allocated + " bytes");
    }

    private static void repeat(int times, Runnable step) {
        for (int i = 0; i < times; i++) {
            step.run();
        }
    }
}
