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

    private Scratch() {}

    /// A directory's place, not made yet.
    public static Path of(String name) {
        return Path.of(System.getProperty(PROPERTY, "target/scratch")).resolve(name);
    }

    /// A directory's place where nothing stands, and nobody else looks.
    public static Path fresh(String name) {
        Path path = of(name + "-" + ProcessHandle.current().pid());
        delete(path);
        return path;
    }

    public static void delete(Path directory) {
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
