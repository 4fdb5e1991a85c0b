package io.m17.proofs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// A copy of all files of a state directory, to put them back after whatever was done to them.
///
/// @param files by their path below the root
public record StateImage(Path root, Map<Path, SparseImage> files) {
    public static StateImage of(Path root) throws IOException {
        Map<Path, SparseImage> files = new TreeMap<>();
        try (Stream<Path> tree = Files.walk(root)) {
            for (Path file : tree.filter(Files::isRegularFile).toList()) {
                files.put(root.relativize(file), SparseImage.of(file));
            }
        }
        return new StateImage(root, files);
    }

    public SparseImage of(String name) {
        SparseImage image = files.get(Path.of(name));
        if (image == null) {
            throw new IllegalArgumentException("the state has no such file [file=" + name + "]");
        }
        return image;
    }

    /// Puts a copy of the state into another directory; what stands there goes.
    public void restore(Path target) throws IOException {
        Scratch.delete(target);
        for (Map.Entry<Path, SparseImage> file : files.entrySet()) {
            file.getValue().restore(target.resolve(file.getKey()));
        }
    }
}
