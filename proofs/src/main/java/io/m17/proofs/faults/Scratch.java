package io.m17.proofs.faults;

import io.m17.proofs.Budget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Directories of these proofs.
final class Scratch {
    private static final Path MEMORY = Path.of("/dev/shm");

    private Scratch() {}

    /// A directory in memory where there is one, as a fault that is planted needs no real disk; else in the budget's.
    static Path inMemory(Budget budget) throws IOException {
        return Files.isWritable(MEMORY) ? Files.createTempDirectory(MEMORY, "m17-proof") : budget.scratch();
    }

    /// Removes a directory with all that is in it; nothing happens when there is none.
    static void delete(Path directory) throws IOException {
        if (Files.notExists(directory)) {
            return;
        }
        List<Path> found;
        try (Stream<Path> tree = Files.walk(directory)) {
            found = tree.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : found) {
            Files.delete(path);
        }
    }
}
