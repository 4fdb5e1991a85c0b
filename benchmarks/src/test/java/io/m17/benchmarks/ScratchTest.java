package io.m17.benchmarks;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchTest {
    @Test
    void deletesWhatItNamed() throws IOException {
        Path directory = Scratch.fresh("scratch-test");
        Files.createDirectories(directory.resolve("deep"));
        Files.writeString(directory.resolve("deep").resolve("file"), "text");
        Scratch.delete(directory);
        assertFalse(Files.exists(directory));
        Scratch.delete(directory);
    }

    @Test
    void refusesToDeleteAnythingElse(@TempDir Path elsewhere) {
        assertThrows(IllegalArgumentException.class, () -> Scratch.delete(elsewhere));
        assertThrows(IllegalArgumentException.class, () -> Scratch.delete(Path.of("")));
        assertTrue(Files.exists(elsewhere));
    }
}
