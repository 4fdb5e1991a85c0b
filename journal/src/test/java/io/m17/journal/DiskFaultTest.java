package io.m17.journal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A disk that is full, and one that fails to write.
class DiskFaultTest {
    private static final FixedLogOptions FIXED =
            FixedLogOptions.of(1, 64, 10_000).withPreallocateBytes(4_096);
    private static final RecordLogOptions VARIABLE =
            RecordLogOptions.of(1).withSizes(100, 8_192).withPreallocateBytes(4_096);

    @TempDir
    private Path directory;

    private Path file;
    private FaultyDisk disk;

    @BeforeEach
    void makeDisk() {
        file = directory.resolve("log");
        disk = new FaultyDisk(directory, directory);
    }

    @Test
    void refusesAFixedAppendOnAFullDiskAndGoesOnWhenThereIsSpace() throws IOException {
        try (FixedRecordLog log = FixedRecordLog.open(file, FIXED, disk)) {
            disk.leaveBytes(4_096);
            LogFullException full = assertThrows(LogFullException.class, () -> appendTo(log, 1_000));
            assertInstanceOf(DiskFullException.class, full.getCause());
            assertEquals(64, log.count());
            disk.leaveBytes(1 << 20);
            assertEquals(65, log.append(Bodies.of(60, 65)));
            assertEquals(List.of(), log.verify());
        }
    }

    @Test
    void refusesAVariableAppendOnAFullDiskAndGoesOnWhenThereIsSpace() throws IOException {
        try (RecordLog log = RecordLog.open(file, VARIABLE, disk)) {
            disk.leaveBytes(3 * 4_096);
            assertThrows(LogFullException.class, () -> appendTo(log, 1_000));
            long count = log.count();
            assertTrue(count > 0);
            assertThrows(LogFullException.class, () -> log.append(new byte[100]));
            disk.leaveBytes(1 << 20);
            assertEquals(count + 1, log.append(Bodies.of(60, 1)));
            assertArrayEquals(Bodies.of(60, count), log.read(count));
            assertEquals(List.of(), log.verify());
        }
    }

    @Test
    void refusesFixedAppendsForGoodAfterAFailedForce() throws IOException {
        try (FixedRecordLog log = FixedRecordLog.open(file, FIXED, disk)) {
            log.append(Bodies.of(60, 1));
            disk.failForces();
            assertThrows(LogFailedException.class, log::force);
            disk.healForces();
            assertThrows(LogFailedException.class, log::force);
            assertThrows(LogFailedException.class, () -> log.append(Bodies.of(60, 2)));
            assertEquals(0, log.durableCount());
            assertTrue(log.read(1, new byte[60]));
        }
        try (FixedRecordLog log = FixedRecordLog.open(file, FIXED)) {
            assertFalse(log.recovery().clean());
            assertEquals(1, log.count());
        }
    }

    @Test
    void refusesVariableAppendsForGoodAfterAFailedForce() throws IOException {
        try (RecordLog log = RecordLog.open(file, VARIABLE, disk)) {
            log.append(Bodies.of(60, 1));
            disk.failForces();
            assertThrows(LogFailedException.class, log::force);
            disk.healForces();
            assertThrows(LogFailedException.class, log::force);
            assertThrows(LogFailedException.class, () -> log.append(Bodies.of(60, 2)));
            assertEquals(0, log.durableCount());
            assertArrayEquals(Bodies.of(60, 1), log.read(1));
        }
        try (RecordLog log = RecordLog.open(file, VARIABLE)) {
            assertFalse(log.recovery().clean());
            assertEquals(1, log.count());
        }
    }

    private static void appendTo(FixedRecordLog log, int records) {
        for (int i = 1; i <= records; i++) {
            log.append(Bodies.of(60, i));
        }
    }

    private static void appendTo(RecordLog log, int records) {
        for (int i = 1; i <= records; i++) {
            log.append(Bodies.of(60, i));
        }
    }
}
