package io.m17.journal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogSalvageTest {
    private static final int KIND = 9;
    private static final int STRIDE = 32;

    @TempDir
    private Path directory;

    @Test
    void keepsEverySoundFixedRecordUnderItsNumber() throws IOException {
        Path damaged = directory.resolve("fixed");
        FixedLogOptions options = FixedLogOptions.of(KIND, STRIDE, 1000);
        try (FixedRecordLog log = FixedRecordLog.open(damaged, options)) {
            for (int number = 1; number <= 50; number++) {
                log.append(body(number));
            }
        }
        flip(damaged, 0);
        flip(damaged, LogHeaderLayout.LENGTH_BYTES + 6 * STRIDE + 9);
        Path target = directory.resolve("target");
        assertEquals(1, LogSalvage.fixed(damaged, target, options, Storage.SYSTEM));
        try (FixedRecordLog log = FixedRecordLog.open(target, options)) {
            assertEquals(50, log.count());
            byte[] body = new byte[STRIDE - 4];
            for (int number = 1; number <= 50; number++) {
                assertTrue(log.read(number, body));
                assertEquals(number == 7, log.isVoid(number));
                if (number != 7) {
                    assertArrayEquals(body(number), body);
                }
            }
            assertTrue(log.verify().isEmpty());
        }
    }

    @Test
    void keepsEverySoundVariableRecordUnderItsNumber() throws IOException {
        Path damaged = directory.resolve("variable");
        RecordLogOptions options = RecordLogOptions.of(KIND);
        try (RecordLog log = RecordLog.open(damaged, options)) {
            for (int number = 1; number <= 50; number++) {
                log.append(text(number));
            }
        }
        long third = (long) LogHeaderLayout.LENGTH_BYTES
                + RecordLogLayout.frameBytes(text(1).length)
                + RecordLogLayout.frameBytes(text(2).length);
        flip(damaged, third);
        Path target = directory.resolve("target");
        assertEquals(1, LogSalvage.variable(damaged, target, options, Storage.SYSTEM));
        try (RecordLog log = RecordLog.open(target, options)) {
            assertEquals(50, log.count());
            for (int number = 1; number <= 50; number++) {
                assertArrayEquals(number == 3 ? new byte[0] : text(number), log.read(number));
            }
            assertFalse(log.isSealed());
            assertTrue(log.verify().isEmpty());
        }
    }

    @Test
    void spendsTheNumbersOfRecordsThatWereCutOff() throws IOException {
        Path damaged = directory.resolve("fixed");
        FixedLogOptions options = FixedLogOptions.of(KIND, STRIDE, 1000);
        try (FixedRecordLog log = FixedRecordLog.open(damaged, options)) {
            for (int number = 1; number <= 50; number++) {
                log.append(body(number));
            }
        }
        cut(damaged, LogHeaderLayout.LENGTH_BYTES + 30 * STRIDE + 5);
        Path target = directory.resolve("target");
        assertEquals(20, LogSalvage.fixed(damaged, target, options, Storage.SYSTEM));
        try (FixedRecordLog log = FixedRecordLog.open(target, options)) {
            assertEquals(50, log.count());
            assertFalse(log.isVoid(30));
            assertTrue(log.isVoid(31));
        }
    }

    @Test
    void carriesNothingOverFromALogOfAnotherKindOrOwner() throws IOException {
        Path other = directory.resolve("other");
        FixedLogOptions wanted = FixedLogOptions.of(KIND, STRIDE, 1000);
        for (FixedLogOptions written :
                new FixedLogOptions[] {FixedLogOptions.of(KIND + 1, STRIDE, 1000), wanted.withOwner(LogOwner.of("x"))
                }) {
            Files.deleteIfExists(other);
            try (FixedRecordLog log = FixedRecordLog.open(other, written)) {
                log.append(body(1));
            }
            Path target = directory.resolve("target");
            Files.deleteIfExists(target);
            assertEquals(1, LogSalvage.fixed(other, target, wanted, Storage.SYSTEM));
            try (FixedRecordLog log = FixedRecordLog.open(target, wanted)) {
                assertEquals(0, log.count());
            }
        }
    }

    @Test
    void endsOnFilesShorterThanAHeader() throws IOException {
        for (int lengthBytes : new int[] {0, 1, 100, 4096, 4097}) {
            Path damaged = Files.write(directory.resolve("short-" + lengthBytes), new byte[lengthBytes]);
            Path fixed = directory.resolve("fixed-" + lengthBytes);
            assertEquals(0, LogSalvage.fixed(damaged, fixed, FixedLogOptions.of(KIND, STRIDE, 10), Storage.SYSTEM));
            Path variable = directory.resolve("variable-" + lengthBytes);
            assertEquals(0, LogSalvage.variable(damaged, variable, RecordLogOptions.of(KIND), Storage.SYSTEM));
        }
    }

    @Test
    void refusesToReadALogThatEndsBeforeItsDurableMark() throws IOException {
        Path file = directory.resolve("variable");
        try (RecordLog log = RecordLog.open(file, RecordLogOptions.of(KIND))) {
            log.append(text(1));
            log.append(text(2));
        }
        long second = (long) LogHeaderLayout.LENGTH_BYTES + RecordLogLayout.frameBytes(text(1).length);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.allocate(Integer.BYTES), second);
        }
        assertThrows(
                CorruptRecordException.class,
                () -> RecordLog.openReadOnly(file, KIND, LogOwner.NONE).close());
    }

    private static void cut(Path file, long lengthBytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(lengthBytes);
        }
    }

    private static byte[] body(int number) {
        byte[] body = new byte[STRIDE - 4];
        Arrays.fill(body, (byte) number);
        return body;
    }

    private static byte[] text(int number) {
        return "record ".repeat(number).getBytes(StandardCharsets.US_ASCII);
    }

    private static void flip(Path file, long offset) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            ByteBuffer one = ByteBuffer.allocate(1);
            channel.read(one, offset);
            channel.write(ByteBuffer.wrap(new byte[] {(byte) (one.get(0) ^ 4)}), offset);
        }
    }
}
