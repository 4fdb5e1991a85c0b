package io.m17.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Room that another thread makes ready ahead of the writer.
class TouchAheadTest {
    private static final int STEP_BYTES = 4_096;
    private static final int FRAME_BYTES = 80;
    private static final RecordLogOptions OPTIONS =
            RecordLogOptions.of(1).withSizes(64, 64 << 10).withPreallocateBytes(STEP_BYTES);

    @TempDir
    private Path directory;

    @Test
    void letsAppendsGoOnForAStepWhenTheDiskIsFull() throws IOException {
        FaultyDisk disk = new FaultyDisk(directory, directory);
        try (RecordLog log = RecordLog.open(directory.resolve("log"), OPTIONS, disk)) {
            log.append(Bodies.of(64, 1));
            log.touchAhead();
            disk.leaveBytes(0);
            for (int record = 0; record < STEP_BYTES / FRAME_BYTES; record++) {
                log.append(Bodies.of(64, record));
            }
            assertThrows(LogFullException.class, log::touchAhead);
            disk.leaveBytes(1 << 20);
            log.touchAhead();
            assertEquals(List.of(), log.verify());
        }
    }

    @Test
    void leavesRecordsAloneWhileTheyAreWrittenAndSegmentsRoll() throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        AtomicLong touches = new AtomicLong();
        try (RecordLog log = RecordLog.open(directory.resolve("log"), OPTIONS)) {
            Thread toucher = Thread.ofPlatform().start(() -> {
                while (!done.get()) {
                    log.touchAhead();
                    touches.incrementAndGet();
                }
            });
            for (int record = 1; record <= 20_000; record++) {
                assertEquals(record, log.append(Bodies.of(64, record)));
            }
            done.set(true);
            toucher.join();
            assertTrue(touches.get() > 0, "the other thread never ran");
            assertEquals(20_000, log.count());
            assertEquals(List.of(), log.verify());
        }
    }

    @Test
    void isRefusedOnceTheLogIsClosed() throws IOException {
        RecordLog log = RecordLog.open(directory.resolve("log"), OPTIONS);
        log.close();
        assertThrows(LogClosedException.class, log::touchAhead);
    }
}
