package io.m17.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The directory that measurements write to; forked JVMs find it by a system property.
public final class Scratch {
    /// The property's name.
    public static final String PROPERTY = "m17.scratch";

    private static final String OWN = "m17-benchmark";

    private Scratch() {}

    /// A directory's place, not made yet.
    public static Path of(String name) {
        return Path.of(System.getProperty(PROPERTY, "target/scratch"), OWN, name);
    }

    /// A directory's place where nothing stands, and nobody else looks.
    public static Path fresh(String name) {
        Path path = of(name + "-" + ProcessHandle.current().pid());
        delete(path);
        return path;
    }

    /// Deletes all that measurements left, and nothing else that stands in the directory.
    public static void clear() {
        delete(of(""));
    }

    /// Deletes a directory that [#of] or [#fresh] named, and refuses any other; does nothing when it is not there.
    public static void delete(Path directory) {
        if (!directory.startsWith(of(""))) {
            throw new IllegalArgumentException(
                    "only what measurements wrote is deleted [dir=" + directory + ", scratch=" + of("") + "]");
        }
        if (Files.notExists(directory)) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the scratch directory cannot be cleared [dir=" + directory + "]", e);
        }
    }
}
