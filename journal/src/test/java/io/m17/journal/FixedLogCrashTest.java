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

/// Crashes of the writer of a fixed-stride log: the file as it stands at each step, opened again.
class FixedLogCrashTest {
    private static final FixedLogOptions OPTIONS =
            FixedLogOptions.of(1, 64, 2_000).withPreallocateBytes(4_096);
    private static final int FORCED = 10;
    private static final int PUBLISHED = 20;

    @TempDir
    private Path directory;

    private Path crashed;

    /// Ten records forced, ten more published, then the writer is gone.
    @BeforeEach
    void crash() throws IOException {
        Path file = directory.resolve("writer");
        crashed = directory.resolve("crashed");
        try (FixedRecordLog log = FixedRecordLog.open(file, OPTIONS)) {
            for (int i = 1; i <= PUBLISHED; i++) {
                log.append(Bodies.of(60, i));
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
    void zeroesABodyWithoutItsChecksumAtTheEnd() throws IOException {
        store(offsetOf(21) + 4, Bodies.of(30, 21));
        RecoveryReport report = recover();
        assertEquals(PUBLISHED, report.records());
        assertEquals(1, report.cutRecords());
        assertTrue(report.cutBytes() > 20 && report.cutBytes() <= 30);
    }

    @Test
    void zeroesAChecksumWhoseBodyNeverReachedTheDisk() throws IOException {
        store(offsetOf(21), new byte[] {1, 2, 3, 4});
        assertRecovers(new RecoveryReport(crashed, PUBLISHED, 0, 1, 4, false));
    }

    @Test
    void makesAHoleVoidWhenPublishedRecordsStandBehindIt() throws IOException {
        store(offsetOf(15), new byte[64]);
        store(offsetOf(17), new byte[4]);
        assertRecovers(new RecoveryReport(crashed, PUBLISHED, 2, 0, 0, false));
        try (FixedRecordLog log = FixedRecordLog.openReadOnly(crashed, 1)) {
            assertTrue(log.isVoid(15));
            assertTrue(log.isVoid(17));
            assertFalse(log.isVoid(16));
            FixedLogTailer tailer = log.tailer(14);
            byte[] body = new byte[60];
            for (int number : new int[] {14, 16, 18}) {
                assertTrue(tailer.poll(body));
                assertEquals(number, tailer.number());
                assertArrayEquals(Bodies.of(60, number), body);
            }
        }
    }

    @Test
    void findsRecordsBehindALongStretchOfLostPages() throws IOException {
        FixedLogOptions large = FixedLogOptions.of(1, 64, 100_000);
        Path file = directory.resolve("large");
        Path lost = directory.resolve("lost");
        try (FixedRecordLog log = FixedRecordLog.open(file, large)) {
            for (int i = 1; i <= 50_000; i++) {
                log.append(Bodies.of(60, i));
            }
            Files.copy(file, lost);
        }
        store(lost, offsetOf(1), new byte[49_990 * 64]);
        try (FixedRecordLog log = FixedRecordLog.open(lost, large)) {
            assertEquals(new RecoveryReport(lost, 50_000, 49_990, 0, 0, false), log.recovery());
            assertTrue(log.read(49_991, new byte[60]));
        }
    }

    @Test
    void refusesALogWhoseForcedRecordIsDamaged() throws IOException {
        store(offsetOf(FORCED) + 20, new byte[] {77});
        CorruptRecordException corrupt =
                assertThrows(CorruptRecordException.class, () -> FixedRecordLog.open(crashed, OPTIONS));
        assertEquals(FORCED, corrupt.number());
    }

    @Test
    void neverCutsAForcedRecordThatReadsDamaged() throws IOException {
        store(offsetOf(3) + 20, new byte[] {77});
        try (FixedRecordLog log = FixedRecordLog.open(crashed, OPTIONS)) {
            assertEquals(PUBLISHED, log.count());
            assertThrows(CorruptRecordException.class, () -> log.read(3, new byte[60]));
            assertEquals(3, log.verify().getFirst().recordNumber());
        }
    }

    @Test
    void recoversFromEveryStepOfItsLife() throws IOException {
        Path live = Files.createDirectory(directory.resolve("live"));
        FaultyDisk disk = new FaultyDisk(live, directory);
        disk.takeCopies();
        FixedLogOptions small = FixedLogOptions.of(1, 64, 200).withPreallocateBytes(4_096);
        for (int round = 0; round < 3; round++) {
            try (FixedRecordLog log = FixedRecordLog.open(live.resolve("log"), small, disk)) {
                for (int i = 0; i < 30; i++) {
                    log.append(Bodies.of(60, 1));
                    disk.copy();
                }
            }
        }
        assertTrue(disk.states().size() > 100);
        long before = 0;
        for (Path state : disk.states()) {
            try (FixedRecordLog log = FixedRecordLog.open(state.resolve("log"), small)) {
                assertTrue(log.count() >= before, "records that were published are gone in " + state);
                assertEquals(List.of(), log.verify());
                before = log.count();
                assertEquals(before + 1, log.append(Bodies.of(60, 2)));
            }
        }
        assertEquals(90, before);
    }

    @Test
    void recoversFromACrashInsideRecovery() throws IOException {
        store(offsetOf(15), new byte[64]);
        store(offsetOf(21) + 4, Bodies.of(30, 21));
        Path live = Files.createDirectory(directory.resolve("live"));
        Files.copy(crashed, live.resolve("log"));
        FaultyDisk disk = new FaultyDisk(live, directory);
        disk.takeCopies();
        FixedRecordLog.open(live.resolve("log"), OPTIONS, disk).close();
        byte[] once = Files.readAllBytes(live.resolve("log"));
        assertTrue(disk.states().size() > 4);
        for (Path state : disk.states()) {
            FixedRecordLog.open(state.resolve("log"), OPTIONS).close();
            assertArrayEquals(once, Files.readAllBytes(state.resolve("log")));
        }
    }

    @Test
    void completesAnInterruptedCreation() throws IOException {
        Path file = directory.resolve("begun");
        Files.write(file, new byte[8_192]);
        store(file, 8, new byte[] {1, 0, 0, 0, 4, 3});
        try (FixedRecordLog log = FixedRecordLog.open(file, OPTIONS)) {
            assertEquals(1, log.append(Bodies.of(60, 1)));
            assertEquals(List.of(), log.verify());
        }
    }

    @Test
    void refusesDataWithoutAHeaderAndAFileCutShort() throws IOException {
        store(0, new byte[8]);
        assertThrows(LogFormatException.class, () -> FixedRecordLog.open(crashed, OPTIONS));
        Path cut = directory.resolve("cut");
        FixedRecordLog.open(cut, OPTIONS).close();
        try (FileChannel channel = FileChannel.open(cut, StandardOpenOption.WRITE)) {
            channel.truncate(Files.size(cut) - 1);
        }
        assertThrows(LogFormatException.class, () -> FixedRecordLog.open(cut, OPTIONS));
        assertThrows(LogFormatException.class, () -> FixedRecordLog.openReadOnly(cut, 1));
    }

    /// Opens the crashed file, checks the report, and that a second recovery finds the same bytes and changes none.
    private void assertRecovers(RecoveryReport expected) throws IOException {
        assertEquals(expected, recover());
    }

    private RecoveryReport recover() throws IOException {
        RecoveryReport report;
        try (FixedRecordLog log = FixedRecordLog.open(crashed, OPTIONS)) {
            report = log.recovery();
            assertEquals(List.of(), log.verify());
            assertEquals(PUBLISHED, log.durableCount());
        }
        byte[] once = Files.readAllBytes(crashed);
        try (FixedRecordLog log = FixedRecordLog.open(crashed, OPTIONS)) {
            assertTrue(log.recovery().clean());
        }
        assertArrayEquals(once, Files.readAllBytes(crashed));
        return report;
    }

    private void store(long offset, byte[] bytes) throws IOException {
        store(crashed, offset, bytes);
    }

    private static void store(Path file, long offset, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(bytes), offset);
        }
    }

    private static long offsetOf(long number) {
        return 4_096 + (number - 1) * 64;
    }
}
