package io.m17.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Changes every byte of a closed log file, one at a time: each must be found.
class FlippedByteTest {
    private static final long SEED = 17;

    @TempDir
    private Path directory;

    private interface Check {
        List<LogFault> verify() throws IOException;
    }

    @Test
    void isFoundAnywhereInAFixedLog() throws IOException {
        Path file = directory.resolve("fixed");
        try (FixedRecordLog log = FixedRecordLog.open(file, FixedLogOptions.of(1, 32, 120))) {
            for (int i = 1; i <= 100; i++) {
                log.append(Bodies.of(28, i));
            }
        }
        assertEveryFlipIsFound(file, () -> {
            try (FixedRecordLog log = FixedRecordLog.openReadOnly(file, 1)) {
                return log.verify();
            }
        });
    }

    @Test
    void isFoundAnywhereInAVariableLog() throws IOException {
        Path file = directory.resolve("variable");
        try (RecordLog log = RecordLog.open(file, RecordLogOptions.of(1).withSizes(100, 8_192))) {
            for (int i = 0; i < 70; i++) {
                log.append(Bodies.of(i % 40, i));
            }
        }
        assertEveryFlipIsFound(file, () -> {
            try (RecordLog log = RecordLog.openReadOnly(file, 1, LogOwner.NONE)) {
                return log.verify();
            }
        });
    }

    private void assertEveryFlipIsFound(Path file, Check check) throws IOException {
        assertEquals(List.of(), check.verify());
        Random random = new Random(SEED);
        byte[] good = Files.readAllBytes(file);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            for (int at = 0; at < good.length; at++) {
                byte flipped = (byte) (good[at] ^ (1 + random.nextInt(255)));
                channel.write(ByteBuffer.wrap(new byte[] {flipped}), at);
                assertFalse(isSound(check), "byte " + at + " flipped to " + flipped);
                channel.write(ByteBuffer.wrap(good, at, 1), at);
            }
        }
        assertEquals(List.of(), check.verify());
    }

    private static boolean isSound(Check check) throws IOException {
        try {
            return check.verify().isEmpty();
        } catch (LogFormatException | CorruptRecordException e) {
            return false;
        }
    }
}
