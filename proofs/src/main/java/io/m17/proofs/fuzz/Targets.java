package io.m17.proofs.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// All decoders.
final class Targets {
    private static final Path MEMORY = Path.of("/dev/shm");

    private Targets() {}

    /// The decoders, with a directory for the files that they are tried on.
    static List<Target> all(Path directory) throws IOException {
        List<Target> targets = new ArrayList<>();
        targets.addAll(new RecordTargets(directory).all());
        targets.addAll(new FileTargets(directory).all());
        targets.add(SlotTarget.of());
        targets.addAll(new TextTargets(directory).all());
        targets.addAll(new FlatFileTargets(directory).all());
        return List.copyOf(targets);
    }

    /// A directory in memory where there is one, as every input becomes a file.
    static Path directory(Path otherwise) throws IOException {
        return Files.isWritable(MEMORY) ? Files.createTempDirectory(MEMORY, "m17-fuzz") : otherwise;
    }

    /// Removes a directory in memory with its files; another is its owner's.
    static void remove(Path directory) throws IOException {
        if (!directory.startsWith(MEMORY)) {
            return;
        }
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(directory);
    }
}
