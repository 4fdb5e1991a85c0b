package io.m17.journal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Compares files with ones that another program (Python, with a bitwise CRC-32C) wrote by `docs/format/record-log.md`.
class GoldenFileTest {
    private static final int FILE_BYTES = 8_192;
    private static final FixedLogOptions FIXED = FixedLogOptions.of(7, 24, 5).withOwner(LogOwner.of("golden"));
    private static final RecordLogOptions VARIABLE =
            RecordLogOptions.of(9).withOwner(LogOwner.of("golden")).withSizes(100, FILE_BYTES);

    @TempDir
    private Path directory;

    @Test
    void writesAFixedLogBitForBit() throws IOException {
        Path file = directory.resolve("fixed");
        try (FixedRecordLog log = FixedRecordLog.open(file, FIXED)) {
            for (int number = 1; number <= 3; number++) {
                log.append(body(number, 20));
            }
        }
        assertArrayEquals(golden("fixed-log.golden"), Files.readAllBytes(file));
    }

    @Test
    void writesAVariableLogBitForBit() throws IOException {
        Path file = directory.resolve("variable");
        try (RecordLog log = RecordLog.open(file, VARIABLE)) {
            for (int number = 1; number <= 66; number++) {
                log.append(body(number, number % 5));
            }
        }
        assertArrayEquals(golden("record-log.golden"), Files.readAllBytes(file));
    }

    @Test
    void readsTheGoldenFiles() throws IOException {
        Path fixedFile = Files.write(directory.resolve("fixed"), golden("fixed-log.golden"));
        try (FixedRecordLog log = FixedRecordLog.open(fixedFile, FIXED)) {
            byte[] found = new byte[20];
            assertTrue(log.recovery().clean());
            assertTrue(log.read(3, found));
            assertArrayEquals(body(3, 20), found);
            assertEquals(List.of(), log.verify());
        }
        Path variableFile = Files.write(directory.resolve("variable"), golden("record-log.golden"));
        try (RecordLog log = RecordLog.open(variableFile, VARIABLE)) {
            assertTrue(log.recovery().clean());
            assertArrayEquals(body(66, 1), log.read(66));
            assertEquals(List.of(), log.verify());
        }
    }

    private static byte[] body(int number, int lengthBytes) {
        byte[] body = new byte[lengthBytes];
        for (int i = 0; i < lengthBytes; i++) {
            body[i] = (byte) (number * 16 + i + 1);
        }
        return body;
    }

    private static byte[] golden(String name) throws IOException {
        byte[] bytes = new byte[FILE_BYTES];
        try (InputStream in = Objects.requireNonNull(GoldenFileTest.class.getResourceAsStream(name))) {
            String text = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
            text.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                int space = line.indexOf(' ');
                byte[] part = HexFormat.of().parseHex(line.substring(space + 1));
                System.arraycopy(part, 0, bytes, Integer.parseInt(line.substring(0, space)), part.length);
            });
        }
        return bytes;
    }
}
