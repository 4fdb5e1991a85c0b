package io.m17.proofs.crash;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/// The class path for victims, as archives only: that is what the JVM's class data sharing needs, and sharing
/// halves the time that a victim takes to start.
///
/// @param path the class path
/// @param shared where the JVM keeps loaded classes from one start to the next
record VictimClasses(String path, Path shared) {

    /// Packs the class directories of this process into a directory; once for all victims of a proof.
    static VictimClasses pack(Path directory) throws IOException {
        List<String> entries = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            Path path = Path.of(entry);
            if (Files.isDirectory(path)) {
                Path archive = directory.resolve("classes-" + entries.size() + ".jar");
                pack(path, archive);
                entries.add(archive.toString());
            } else if (Files.exists(path)) {
                entries.add(entry);
            }
        }
        return new VictimClasses(String.join(File.pathSeparator, entries), directory.resolve("victim.jsa"));
    }

    private static void pack(Path classes, Path archive) throws IOException {
        List<Path> files;
        try (Stream<Path> tree = Files.walk(classes)) {
            files = tree.filter(Files::isRegularFile).toList();
        }
        try (OutputStream file = Files.newOutputStream(archive);
                JarOutputStream out = new JarOutputStream(file)) {
            for (Path each : files) {
                out.putNextEntry(new ZipEntry(classes.relativize(each).toString()));
                Files.copy(each, out);
                out.closeEntry();
            }
        }
    }
}
