package io.m17.journal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/// Whatever is appended, closed, crashed and opened again: the log holds exactly what was appended.
class RecordLogPropertiesTest {
    private static final RecordLogOptions OPTIONS =
            RecordLogOptions.of(1).withSizes(2_000, 8_192).withPreallocateBytes(4_096);

    @Property(tries = 60, seed = "17")
    void holdsWhatWasAppended(@ForAll @Size(max = 120) List<@IntRange(max = 500) Integer> steps) throws IOException {
        Path directory = Files.createTempDirectory("record-log");
        try {
            run(directory, steps);
        } finally {
            delete(directory);
        }
    }

    /// A step up to 440 appends four times that many bytes; the others force, close or crash, and go on.
    private static void run(Path directory, List<Integer> steps) throws IOException {
        List<byte[]> expected = new ArrayList<>();
        Path current = Files.createDirectory(directory.resolve("0"));
        RecordLog log = RecordLog.open(current.resolve("log"), OPTIONS);
        int round = 0;
        for (int step : steps) {
            if (step <= 440) {
                byte[] body = Bodies.of(4 * step, expected.size());
                expected.add(body);
                assertEquals(expected.size(), log.append(body));
            } else if (step <= 460) {
                log.force();
            } else if (step <= 480) {
                log.close();
                log = RecordLog.open(current.resolve("log"), OPTIONS);
                assertTrue(log.recovery().clean());
            } else {
                Path copy = directory.resolve(String.valueOf(++round));
                FaultyDisk.copyFiles(current, copy);
                log.close();
                current = copy;
                log = RecordLog.open(current.resolve("log"), OPTIONS);
            }
        }
        assertHolds(log, expected);
        log.close();
    }

    private static void assertHolds(RecordLog log, List<byte[]> expected) throws IOException {
        assertEquals(List.of(), log.verify());
        assertEquals(expected.size(), log.count());
        List<byte[]> found = new ArrayList<>();
        log.forEach(1, (number, body) -> found.add(body));
        assertEquals(expected.size(), found.size());
        for (int i = 0; i < expected.size(); i++) {
            assertArrayEquals(expected.get(i), found.get(i));
            assertArrayEquals(expected.get(i), log.read(i + 1));
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.toList().reversed()) {
                Files.delete(file);
            }
        }
    }
}
