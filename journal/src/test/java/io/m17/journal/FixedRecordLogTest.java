package io.m17.journal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FixedRecordLogTest {
    private static final int KIND = 7;
    private static final FixedLogOptions OPTIONS =
            FixedLogOptions.of(KIND, 64, 1_000).withOwner(LogOwner.of("test"));

    @TempDir
    private Path directory;

    private Path file;

    @BeforeEach
    void nameFile() {
        file = directory.resolve("trade.map");
    }

    @Test
    void readsBackWhatWasAppended() throws IOException {
        try (FixedRecordLog log = FixedRecordLog.open(file, OPTIONS)) {
            for (int i = 1; i <= 100; i++) {
                assertEquals(i, log.append(Bodies.of(60, i)));
            }
            assertEquals(100, log.count());
            byte[] body = new byte[60];
            for (int i = 1; i <= 100; i++) {
                assertTrue(log.read(i, body));
                assertArrayEquals(Bodies.of(60, i), body);
            }
            assertFalse(log.read(101, body));
        }
    }

    @Test
    void refusesAPublishedRecordThatBecameZeros() throws IOException {
        append(100);
        byte[] bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, 4096, 4096 + 512, (byte) 0);
        Files.write(file, bytes);
        try (FixedRecordLog log = FixedRecordLog.openReadOnly(file, KIND)) {
            byte[] body = new byte[60];
            assertThrows(CorruptRecordException.class, () -> log.read(8, body));
            assertTrue(log.holds(8));
            assertTrue(log.read(9, body));
            assertFalse(log.read(101, body));
            assertFalse(log.holds(101));
            assertEquals(8, log.verify().size());
        }
    }

    @Test
    void keepsRecordsAcrossACleanClose() throws IOException {
        append(3);
        try (FixedRecordLog log = FixedRecordLog.open(file, OPTIONS)) {
            assertEquals(new RecoveryReport(file, 3, 0, 0, 0, true), log.recovery());
            assertEquals(4, log.append(Bodies.of(60, 4)));
            assertEquals(List.of(), log.verify());
        }
    }

    @Test
    void appendsAnyOfTheThreeForms() throws IOException {
        byte[] body = Bodies.of(60, 9);
        byte[] shifted = new byte[70];
        System.arraycopy(body, 0, shifted, 5, 60);
        try (FixedRecordLog log = FixedRecordLog.open(file, OPTIONS)) {
            log.append(shifted, 5);
            ByteBuffer heap = ByteBuffer.wrap(shifted, 5, 65).slice();
            log.append(heap);
            assertEquals(60, heap.position());
            log.append(ByteBuffer.allocateDirect(60).put(body).flip());
            byte[] found = new byte[64];
            for (int number = 1; number <= 3; number++) {
                assertTrue(log.read(number, found, 2));
                assertArrayEquals(body, Arrays.copyOfRange(found, 2, 62));
            }
        }
    }

    @Test
    void refusesABodyOfZerosAndAWrongLength() throws IOException {
        try (FixedRecordLog log = FixedRecordLog.open(file, OPTIONS)) {
            assertThrows(IllegalArgumentException.class, () -> log.append(new byte[60]));
            assertThrows(IllegalArgumentException.class, () -> log.append(new byte[61]));
            assertEquals(0, log.count());
        }
    }

    @Test
    void holdsExactlyItsCapacityAndThenIsFull() throws IOException {
        append(1_000);
        try (FixedRecordLog log = FixedRecordLog.open(file, OPTIONS)) {
            LogFullException full = assertThrows(LogFullException.class, () -> log.append(Bodies.of(60, 1)));
            assertTrue(full.toString().contains(file.toString()), full::toString);
            assertEquals(1_000, log.count());
            assertEquals(List.of(), log.verify());
        }
    }

    @Test
    void refusesAppendsOnceSealedAndStaysSealed() throws IOException {
        try (FixedRecordLog log = FixedRecordLog.open(file, OPTIONS)) {
            log.append(Bodies.of(60, 1));
            log.seal();
            assertThrows(LogClosedException.class, () -> log.append(Bodies.of(60, 2)));
            assertEquals(1, log.durableCount());
        }
        try (FixedRecordLog log = FixedRecordLog.open(file, OPTIONS)) {
            assertTrue(log.isSealed());
            assertThrows(LogClosedException.class, () -> log.append(Bodies.of(60, 2)));
            assertTrue(log.read(1, new byte[60]));
        }
    }

    @Test
    void refusesUseAfterClose() throws IOException {
        FixedRecordLog log = FixedRecordLog.open(file, OPTIONS);
        log.append(Bodies.of(60, 1));
        log.close();
        log.close();
        assertThrows(LogClosedException.class, () -> log.append(Bodies.of(60, 2)));
        assertThrows(IllegalStateException.class, () -> log.read(1, new byte[60]));
        assertThrows(IllegalStateException.class, log::segment);
    }

    @Test
    void refusesAnotherKindStrideOrOwner() throws IOException {
        append(1);
        assertThrows(LogFormatException.class, () -> FixedRecordLog.openReadOnly(file, 8));
        assertThrows(
                LogFormatException.class,
                () -> FixedRecordLog.open(
                        file, FixedLogOptions.of(KIND, 72, 1_000).withOwner(LogOwner.of("test"))));
        assertThrows(
                LogFormatException.class, () -> FixedRecordLog.open(file, OPTIONS.withOwner(LogOwner.of("other"))));
    }

    @Test
    void keepsTheCapacityOfAnExistingFile() throws IOException {
        append(1);
        FixedLogOptions larger = FixedLogOptions.of(KIND, 64, 9_000).withOwner(LogOwner.of("test"));
        try (FixedRecordLog log = FixedRecordLog.open(file, larger)) {
            assertEquals(1_000, log.capacityRecords());
        }
    }

    @Test
    void readsBesideAWriterWithoutTouchingTheFile() throws IOException {
        try (FixedRecordLog log = FixedRecordLog.open(file, OPTIONS);
                FixedRecordLog reader = FixedRecordLog.openReadOnly(file, KIND)) {
            assertEquals(0, reader.count());
            log.append(Bodies.of(60, 1));
            assertEquals(1, reader.count());
            assertEquals(0, reader.durableCount());
            log.force();
            assertEquals(1, reader.durableCount());
            assertEquals(List.of(), reader.verify());
            assertThrows(LogClosedException.class, () -> reader.append(Bodies.of(60, 2)));
            assertThrows(LogClosedException.class, reader::force);
            assertThrows(LogClosedException.class, reader::seal);
        }
    }

    @Test
    void tailsWhatIsPublishedAndWaitsForTheRest() throws IOException {
        try (FixedRecordLog log = FixedRecordLog.open(file, OPTIONS)) {
            log.append(Bodies.of(60, 1));
            log.append(Bodies.of(60, 2));
            FixedLogTailer tailer = log.tailer(2);
            byte[] body = new byte[60];
            assertTrue(tailer.poll(body));
            assertEquals(2, tailer.number());
            assertFalse(tailer.poll(body));
            log.append(Bodies.of(60, 3));
            assertTrue(tailer.poll(body));
            assertArrayEquals(Bodies.of(60, 3), body);
        }
    }

    @Test
    void forcesEveryThatManyRecords() throws IOException {
        try (FixedRecordLog log = FixedRecordLog.open(file, OPTIONS.withFlush(FlushPolicy.every(4)))) {
            for (int i = 1; i <= 7; i++) {
                log.append(Bodies.of(60, i));
            }
            assertEquals(4, log.durableCount());
        }
    }

    @Test
    void usesDiskOnlyForWhatIsThere() throws IOException {
        FixedLogOptions large = FixedLogOptions.of(KIND, 64, 10_000_000);
        try (FixedRecordLog log = FixedRecordLog.open(file, large)) {
            log.append(Bodies.of(60, 1));
            assertTrue(Files.size(file) > 600_000_000);
        }
    }

    private void append(int records) throws IOException {
        try (FixedRecordLog log = FixedRecordLog.open(file, OPTIONS)) {
            for (int i = 1; i <= records; i++) {
                log.append(Bodies.of(60, i));
            }
        }
    }
}
