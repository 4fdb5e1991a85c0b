package io.m17.journal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Crashes of the writer of a variable-length log: the files as they stand at each step, opened again.
class RecordLogCrashTest {
    private static final RecordLogOptions OPTIONS =
            RecordLogOptions.of(1).withSizes(500, 16_384).withPreallocateBytes(4_096);
    private static final int FRAME_BYTES = 64;
    private static final int FORCED = 10;
    private static final int PUBLISHED = 20;

    @TempDir
    private Path directory;

    private Path crashed;

    /// Ten records of 48 bytes forced, ten more published, then the writer is gone.
    @BeforeEach
    void crash() throws IOException {
        Path file = directory.resolve("writer");
        crashed = directory.resolve("crashed");
        try (RecordLog log = RecordLog.open(file, OPTIONS)) {
            for (int i = 1; i <= PUBLISHED; i++) {
                log.append(Bodies.of(48, i));
                if (i == FORCED) {
                    log.force();
                }
            }
            Files.copy(file, crashed);
        }
    }

    @Test
    void keepsWhatWasPublishedThoughNeverForced() throws IOException {
        assertRecovers(new RecoveryReport(crashed, PUBLISHED, 0, 0, 0, false));
    }

    @Test
    void zeroesAFrameWithoutItsLength() throws IOException {
        store(offsetOf(21) + 16, new byte[] {1, 2, 3});
        assertRecovers(new RecoveryReport(crashed, PUBLISHED, 0, 1, 3, false));
    }

    @Test
    void cutsFromTheFirstTornRecordOn() throws IOException {
        store(offsetOf(18) + 20, new byte[] {77});
        RecoveryReport report = recover();
        assertEquals(17, report.records());
        assertEquals(3, report.cutRecords());
        assertFalse(report.clean());
    }

    @Test
    void cutsALengthThatIsNone() throws IOException {
        store(offsetOf(20), new byte[] {-2, -1, -1, -1});
        RecoveryReport report = recover();
        assertEquals(19, report.records());
        assertEquals(1, report.cutRecords());
    }

    @Test
    void refusesToCutWhatHadBeenForced() throws IOException {
        store(offsetOf(5) + 20, new byte[] {77});
        byte[] before = Files.readAllBytes(crashed);
        CorruptRecordException corrupt =
                assertThrows(CorruptRecordException.class, () -> RecordLog.open(crashed, OPTIONS));
        assertEquals(5, corrupt.number());
        assertArrayEquals(before, Files.readAllBytes(crashed));
    }

    @Test
    void recoversFromEveryStepOfItsLife() throws IOException {
        Path live = Files.createDirectory(directory.resolve("live"));
        FaultyDisk disk = new FaultyDisk(live, directory);
        disk.takeCopies();
        RecordLogOptions small = OPTIONS.withSizes(500, 8_192);
        for (int round = 0; round < 3; round++) {
            try (RecordLog log = RecordLog.open(live.resolve("log"), small, disk)) {
                for (int i = 0; i < 30; i++) {
                    log.append(Bodies.of(100 + i, i));
                    disk.copy();
                }
            }
        }
        assertTrue(disk.states().size() > 100);
        long before = 0;
        for (Path state : disk.states()) {
            try (RecordLog log = RecordLog.open(state.resolve("log"), small)) {
                assertTrue(log.count() >= before, "records that were published are gone in " + state);
                assertEquals(List.of(), log.verify());
                before = log.count();
                for (int number = 1; number <= before; number++) {
                    assertArrayEquals(Bodies.of(100 + (number - 1) % 30, (number - 1) % 30), log.read(number));
                }
                assertEquals(before + 1, log.append(Bodies.of(60, 2)));
            }
        }
        assertEquals(90, before);
    }

    @Test
    void recoversFromACrashInsideRecovery() throws IOException {
        store(offsetOf(18) + 20, new byte[] {77});
        Path live = Files.createDirectory(directory.resolve("live"));
        Files.copy(crashed, live.resolve("log"));
        FaultyDisk disk = new FaultyDisk(live, directory);
        disk.takeCopies();
        RecordLog.open(live.resolve("log"), OPTIONS, disk).close();
        byte[] once = Files.readAllBytes(live.resolve("log"));
        for (Path state : disk.states()) {
            RecordLog.open(state.resolve("log"), OPTIONS).close();
            assertArrayEquals(once, Files.readAllBytes(state.resolve("log")));
        }
    }

    @Test
    void completesAnInterruptedCreationOfItsNextSegment() throws IOException {
        try (RecordLog log = RecordLog.open(crashed, OPTIONS)) {
            Files.write(directory.resolve("crashed.1"), new byte[4_096]);
            for (int i = 21; i <= 300; i++) {
                assertEquals(i, log.append(Bodies.of(48, i)));
            }
            assertEquals(List.of(), log.verify());
        }
    }

    private void assertRecovers(RecoveryReport expected) throws IOException {
        assertEquals(expected, recover());
    }

    /// Opens the crashed log, and checks that a second recovery finds the same bytes and changes none.
    private RecoveryReport recover() throws IOException {
        RecoveryReport report;
        try (RecordLog log = RecordLog.open(crashed, OPTIONS)) {
            report = log.recovery();
            assertEquals(List.of(), log.verify());
            assertEquals(report.records(), log.durableCount());
            for (int i = 1; i <= report.records(); i++) {
                assertArrayEquals(Bodies.of(48, i), log.read(i));
            }
        }
        byte[] once = Files.readAllBytes(crashed);
        try (RecordLog log = RecordLog.open(crashed, OPTIONS)) {
            assertTrue(log.recovery().clean());
        }
        assertArrayEquals(once, Files.readAllBytes(crashed));
        return report;
    }

    private void store(long offset, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(crashed, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(bytes), offset);
        }
    }

    private static long offsetOf(int number) {
        return 4_096 + (long) (number - 1) * FRAME_BYTES;
    }
}
