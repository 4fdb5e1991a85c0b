package io.m17.journal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordLogTest {
    private static final int KIND = 3;
    private static final LogOwner OWNER = LogOwner.of("test");
    private static final RecordLogOptions OPTIONS =
            RecordLogOptions.of(KIND).withOwner(OWNER).withSizes(1_000, 16_384);

    @TempDir
    private Path directory;

    private Path base;

    @BeforeEach
    void nameFile() {
        base = directory.resolve("audit.log");
    }

    @Test
    void readsBackRecordsOfAnyLength() throws IOException {
        try (RecordLog log = RecordLog.open(base, OPTIONS)) {
            for (int i = 1; i <= 500; i++) {
                assertEquals(i, log.append(body(i)));
            }
            assertEquals(500, log.count());
            for (int i = 500; i >= 1; i--) {
                assertArrayEquals(body(i), log.read(i));
            }
        }
    }

    @Test
    void goesOnInNewSegmentsAndKeepsThemAcrossAClose() throws IOException {
        append(1, 300);
        assertTrue(Files.exists(directory.resolve("audit.log.2")), "300 records fill several segments");
        try (RecordLog log = RecordLog.open(base, OPTIONS)) {
            assertTrue(log.recovery().clean());
            assertEquals(300, log.recovery().records());
            assertEquals(301, log.append(body(301)));
            for (int i = 1; i <= 301; i++) {
                assertArrayEquals(body(i), log.read(i));
            }
            assertEquals(List.of(), log.verify());
        }
    }

    @Test
    void appendsBuffersAndEmptyBodies() throws IOException {
        try (RecordLog log = RecordLog.open(base, OPTIONS)) {
            ByteBuffer heap = ByteBuffer.wrap(body(40));
            log.append(heap);
            assertEquals(0, heap.remaining());
            log.append(ByteBuffer.allocateDirect(80).put(body(40)).flip());
            log.append(new byte[0]);
            ByteBuffer found = ByteBuffer.allocate(100);
            assertEquals(80, log.read(1, found));
            assertArrayEquals(body(40), log.read(2), "appended from a buffer without an array");
            assertEquals(0, log.read(3).length);
            assertEquals(80, found.position());
        }
    }

    @Test
    void refusesWhatIsTooLongOrNotThere() throws IOException {
        try (RecordLog log = RecordLog.open(base, OPTIONS)) {
            assertThrows(IllegalArgumentException.class, () -> log.append(new byte[1_001]));
            assertThrows(IndexOutOfBoundsException.class, () -> log.read(1));
            log.append(new byte[1_000]);
            assertThrows(IndexOutOfBoundsException.class, () -> log.read(0));
            assertThrows(IndexOutOfBoundsException.class, () -> log.read(2));
        }
    }

    @Test
    void fillsASegmentToTheLastByteThatTheEndFrameLeaves() throws IOException {
        int longest = RecordLogLayout.maxBodyBytes(8_192);
        RecordLogOptions tight = OPTIONS.withSizes(longest, 8_192);
        try (RecordLog log = RecordLog.open(base, tight)) {
            log.append(Bodies.of(longest, 1));
            log.append(Bodies.of(longest, 2));
            assertArrayEquals(Bodies.of(longest, 1), log.read(1));
            assertEquals(List.of(), log.verify());
        }
        assertEquals(8_192, Files.size(base));
        assertThrows(IllegalArgumentException.class, () -> OPTIONS.withSizes(longest + 1, 8_192));
    }

    @Test
    void tailsAcrossSegmentsAndWaitsForTheRest() throws IOException {
        append(1, 200);
        try (RecordLog log = RecordLog.open(base, OPTIONS);
                RecordLogTailer tailer = log.tailer(1)) {
            for (int i = 1; i <= 200; i++) {
                assertTrue(tailer.poll());
                assertEquals(i, tailer.number());
                assertArrayEquals(body(i), tailer.body());
            }
            assertFalse(tailer.poll());
            log.append(body(201));
            assertTrue(tailer.poll());
            assertArrayEquals(body(201), tailer.body());
        }
    }

    @Test
    void tailsFromARecordToCome() throws IOException {
        try (RecordLog log = RecordLog.open(base, OPTIONS);
                RecordLogTailer tailer = log.tailer(3)) {
            log.append(body(1));
            log.append(body(2));
            assertFalse(tailer.poll());
            log.append(body(3));
            assertTrue(tailer.poll());
            assertEquals(3, tailer.number());
        }
    }

    @Test
    void followsAWriterThroughRollCloseAndReopen() throws IOException {
        append(1, 2);
        try (RecordLog reader = RecordLog.openReadOnly(base, KIND, OWNER);
                RecordLogTailer tailer = reader.tailer(1)) {
            int seen = 0;
            for (int round = 0; round < 20; round++) {
                append(3 + round * 20, 20);
                while (tailer.poll()) {
                    seen++;
                    assertArrayEquals(body(seen), tailer.body());
                }
                assertEquals(22 + round * 20, seen);
                assertEquals(seen, reader.count());
                assertArrayEquals(body(seen), reader.read(seen));
            }
            assertThrows(LogClosedException.class, () -> reader.append(body(1)));
            assertThrows(LogClosedException.class, reader::force);
            assertEquals(List.of(), reader.verify());
        }
    }

    @Test
    void readsOldSegmentsBeyondTheCacheWhileATailerHoldsOne() throws IOException {
        append(1, 2_000);
        try (RecordLog log = RecordLog.openReadOnly(base, KIND, OWNER);
                RecordLogTailer tailer = log.tailer(1)) {
            assertTrue(tailer.poll());
            for (int i = 2_000; i >= 1; i -= 20) {
                assertArrayEquals(body(i), log.read(i));
            }
            assertTrue(tailer.poll());
            assertArrayEquals(body(2), tailer.body());
        }
    }

    @Test
    void handsAllRecordsToAConsumer() throws IOException {
        append(1, 150);
        List<Long> numbers = new ArrayList<>();
        try (RecordLog log = RecordLog.open(base, OPTIONS)) {
            log.forEach(101, (number, bytes) -> {
                assertArrayEquals(body((int) number), bytes);
                numbers.add(number);
            });
        }
        assertEquals(50, numbers.size());
        assertEquals(101, numbers.getFirst());
    }

    @Test
    void refusesAppendsOnceSealedAndStaysSealed() throws IOException {
        try (RecordLog log = RecordLog.open(base, OPTIONS)) {
            log.append(body(1));
            log.seal();
            assertEquals(1, log.durableCount());
            assertThrows(LogClosedException.class, () -> log.append(body(2)));
        }
        try (RecordLog log = RecordLog.open(base, OPTIONS)) {
            assertTrue(log.isSealed());
            assertThrows(LogClosedException.class, () -> log.append(body(2)));
            assertArrayEquals(body(1), log.read(1));
            assertEquals(List.of(), log.verify());
        }
    }

    @Test
    void countsWhatIsDurableAcrossSegments() throws IOException {
        try (RecordLog log = RecordLog.open(base, OPTIONS)) {
            for (int i = 1; i <= 100; i++) {
                log.append(body(i));
            }
            assertTrue(log.durableCount() < 100);
            log.force();
            assertEquals(100, log.durableCount());
        }
    }

    @Test
    void beginsWhereOldSegmentsWereMovedAway() throws IOException {
        append(1, 200);
        Files.move(base, directory.resolve("archived"));
        try (RecordLog log = RecordLog.open(base, OPTIONS)) {
            long first = log.firstNumber();
            assertTrue(first > 1);
            assertArrayEquals(body((int) first), log.read(first));
            assertThrows(IndexOutOfBoundsException.class, () -> log.read(first - 1));
            assertThrows(IndexOutOfBoundsException.class, () -> log.tailer(1));
            assertEquals(201, log.append(body(201)));
            assertEquals(List.of(), log.verify());
        }
    }

    @Test
    void refusesAGapBetweenSegments() throws IOException {
        append(1, 300);
        Files.delete(directory.resolve("audit.log.1"));
        assertThrows(LogFormatException.class, () -> RecordLog.open(base, OPTIONS));
    }

    @Test
    void refusesAnotherKindOrOwnerAndAnAbsentFile() throws IOException {
        assertThrows(NoSuchFileException.class, () -> RecordLog.openReadOnly(base, KIND, OWNER));
        append(1, 1);
        assertThrows(LogFormatException.class, () -> RecordLog.openReadOnly(base, KIND + 1, OWNER));
        assertThrows(LogFormatException.class, () -> RecordLog.open(base, OPTIONS.withOwner(LogOwner.NONE)));
    }

    @Test
    void refusesUseAfterClose() throws IOException {
        RecordLog log = RecordLog.open(base, OPTIONS);
        log.append(body(1));
        log.close();
        log.close();
        assertThrows(LogClosedException.class, () -> log.append(body(2)));
        assertThrows(IllegalStateException.class, () -> log.read(1));
    }

    private void append(int first, int records) throws IOException {
        try (RecordLog log = RecordLog.open(base, OPTIONS)) {
            for (int i = first; i < first + records; i++) {
                assertEquals(i, log.append(body(i)));
            }
        }
    }

    private static byte[] body(int number) {
        return Bodies.of(40 + number % 200, number);
    }
}
