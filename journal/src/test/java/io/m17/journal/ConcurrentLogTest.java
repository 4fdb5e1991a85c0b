package io.m17.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Several appenders and a tailer that follows them: nothing is lost, doubled, torn or out of an appender's order.
@Timeout(60)
class ConcurrentLogTest {
    private static final int APPENDERS = 4;
    private static final int RECORDS_EACH = 25_000;
    private static final int RECORDS = APPENDERS * RECORDS_EACH;

    @TempDir
    private Path directory;

    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    private interface Appender {
        long append(byte[] body);
    }

    private interface Poll {
        boolean next(byte[] destination);
    }

    @Test
    void fixedLogKeepsEveryRecordOfEveryAppender() throws Exception {
        FixedLogOptions options =
                FixedLogOptions.of(1, 32, RECORDS).withPreallocateBytes(65_536).withFlush(FlushPolicy.every(10_000));
        Path file = directory.resolve("fixed");
        try (FixedRecordLog log = FixedRecordLog.open(file, options);
                FixedRecordLog other = FixedRecordLog.openReadOnly(file, 1)) {
            FixedLogTailer tailer = other.tailer(1);
            run(log::append, tailer::poll);
            assertEquals(RECORDS, log.count());
            assertEquals(RECORDS, other.count());
        }
        try (FixedRecordLog log = FixedRecordLog.open(file, options)) {
            assertTrue(log.recovery().clean());
            assertEquals(List.of(), log.verify());
        }
    }

    @Test
    void variableLogKeepsEveryRecordOfEveryAppender() throws Exception {
        RecordLogOptions options =
                RecordLogOptions.of(1).withSizes(100, 1 << 20).withFlush(FlushPolicy.every(10_000));
        Path file = directory.resolve("variable");
        try (RecordLog log = RecordLog.open(file, options);
                RecordLog other = RecordLog.openReadOnly(file, 1, LogOwner.NONE);
                RecordLogTailer tailer = other.tailer(1)) {
            run(log::append, destination -> poll(tailer, destination));
            assertEquals(RECORDS, log.count());
            assertEquals(RECORDS, other.count());
        }
        try (RecordLog log = RecordLog.open(file, options)) {
            assertEquals(List.of(), log.verify());
        }
    }

    @Test
    void aForceCoversEveryRecordWhoseAppendHasReturned() throws Exception {
        FixedLogOptions options = FixedLogOptions.of(1, 32, 10_000_000);
        AtomicLong acknowledged = new AtomicLong();
        try (FixedRecordLog log = FixedRecordLog.open(directory.resolve("forced"), options)) {
            List<Thread> appenders = new ArrayList<>();
            for (int i = 0; i < APPENDERS; i++) {
                appenders.add(Thread.ofPlatform().start(() -> {
                    for (int record = 0; record < 20 * RECORDS_EACH; record++) {
                        acknowledged.accumulateAndGet(log.append(body(record)), Math::max);
                    }
                }));
            }
            while (appenders.stream().anyMatch(Thread::isAlive)) {
                long before = acknowledged.get();
                log.force();
                assertTrue(log.durableCount() >= before, log.durableCount() + " of " + before);
            }
            for (Thread appender : appenders) {
                appender.join();
            }
        }
    }

    private static byte[] body(int record) {
        return ByteBuffer.allocate(28).putInt(24, record + 1).array();
    }

    @Test
    void closingWaitsForAppendersAndLosesNoAcknowledgedRecord() throws Exception {
        Path file = directory.resolve("closing");
        FixedLogOptions options = FixedLogOptions.of(1, 32, 10_000_000);
        for (int round = 0; round < 10; round++) {
            List<Long> acknowledged = new ArrayList<>();
            Thread appender;
            try (FixedRecordLog log = FixedRecordLog.open(file, options)) {
                appender = Thread.ofPlatform().start(() -> appendUntilClosed(log, acknowledged));
                Thread.sleep(5);
            }
            appender.join();
            try (FixedRecordLog log = FixedRecordLog.open(file, options)) {
                assertTrue(log.recovery().clean());
                long last = acknowledged.isEmpty() ? 0 : acknowledged.getLast();
                assertTrue(log.count() >= last);
            }
        }
        assertNull(failure.get());
    }

    private void appendUntilClosed(FixedRecordLog log, List<Long> acknowledged) {
        try {
            byte[] body = Bodies.of(28, 1);
            for (; ; ) { // ends: the log is closed
                acknowledged.add(log.append(body));
            }
        } catch (RuntimeException e) {
            if (!(e instanceof LogClosedException)) {
                failure.set(e);
            }
        }
    }

    private void run(Appender log, Poll tailer) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (int appender = 0; appender < APPENDERS; appender++) {
            int name = appender;
            threads.add(Thread.ofPlatform().start(() -> guarded(() -> appendAll(log, name))));
        }
        threads.add(Thread.ofPlatform().start(() -> guarded(() -> followAll(tailer))));
        for (Thread thread : threads) {
            thread.join();
        }
        assertNull(failure.get());
    }

    private void guarded(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | AssertionError e) {
            failure.set(e);
        }
    }

    private static void appendAll(Appender log, int name) {
        byte[] body = new byte[28];
        ByteBuffer fields = ByteBuffer.wrap(body);
        for (int i = 0; i < RECORDS_EACH; i++) {
            fields.putInt(0, name + 1).putInt(4, i).putLong(20, (long) (name + 1) * i);
            log.append(body);
        }
    }

    private void followAll(Poll tailer) {
        int[] next = new int[APPENDERS];
        byte[] body = new byte[28];
        ByteBuffer fields = ByteBuffer.wrap(body);
        for (int seen = 0; seen < RECORDS; seen++) {
            while (!tailer.next(body)) {
                if (failure.get() != null) {
                    return;
                }
                Thread.onSpinWait();
            }
            int name = fields.getInt(0) - 1;
            assertEquals(next[name]++, fields.getInt(4));
            assertEquals((long) (name + 1) * fields.getInt(4), fields.getLong(20));
        }
    }

    private static boolean poll(RecordLogTailer tailer, byte[] destination) {
        boolean found = tailer.poll();
        if (found) {
            System.arraycopy(tailer.buffer(), 0, destination, 0, tailer.lengthBytes());
        }
        return found;
    }
}
