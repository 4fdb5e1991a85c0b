package io.m17.proofs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// A directory for files that need not outlive the machine: in memory where the system has such a place, since a forced
/// page costs nothing there and a killed process loses nothing either way. Removed when nothing in it is broken.
public final class Scratch implements AutoCloseable {
    private static final Path MEMORY = Path.of("/dev/shm");

    private final Path directory;
    private boolean kept;

    private Scratch(Path directory) {
        this.directory = directory;
    }

    /// A directory of a proof's own; in the budget's where there is none in memory.
    public static Scratch of(Budget budget, String name) throws IOException {
        return new Scratch(
                Files.isWritable(MEMORY)
                        ? Files.createTempDirectory(MEMORY, "m17-" + name)
                        : Files.createDirectories(budget.scratch().resolve(name)));
    }

    public Path directory() {
        return directory;
    }

    /// Leaves the directory to whoever looks for what broke.
    public void keep() {
        kept = true;
    }

    /// Removes a directory with all that is in it; nothing happens when there is none.
    public static void delete(Path directory) throws IOException {
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

    @Override
    public void close() throws IOException {
        if (!kept) {
            delete(directory);
        }
    }
}
