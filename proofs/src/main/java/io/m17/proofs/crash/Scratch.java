package io.m17.proofs.crash;

import io.m17.proofs.Budget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// A directory for files that need not outlive the machine: in memory where the system has such a place, since a forced
/// page costs nothing there and a killed process loses nothing either way. Removed when nothing in it is broken.
final class Scratch implements AutoCloseable {
    private static final Path MEMORY = Path.of("/dev/shm");

    private final Path directory;
    private boolean kept;

    private Scratch(Path directory) {
        this.directory = directory;
    }

    static Scratch of(Budget budget, String name) throws IOException {
        return new Scratch(
                Files.isWritable(MEMORY)
                        ? Files.createTempDirectory(MEMORY, "m17-" + name)
                        : Files.createDirectories(budget.scratch().resolve(name)));
    }

    Path directory() {
        return directory;
    }

    /// Leaves the directory to whoever looks for what broke.
    void keep() {
        kept = true;
    }

    static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            List<Path> all = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : all) {
                Files.delete(file);
            }
        }
    }

    @Override
    public void close() throws IOException {
        if (!kept) {
            delete(directory);
        }
    }
}
