package io.m17.proofs.races;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A JVM with this one's class path and module flags, started for one main class. What it prints goes to a file.
///
/// @param output the file
record ChildJvm(Process process, Path output) implements AutoCloseable {
    private static final long DEATH_SECONDS = 10;

    /// @param directory for its temporary files and its output
    static ChildJvm start(Path directory, Class<?> main, List<String> flags, List<String> arguments)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        for (String flag : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
            if (flag.startsWith("--")) {
                command.add(flag);
            }
        }
        command.add("-Djava.io.tmpdir=" + directory);
        command.addAll(flags);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(arguments);
        Path output = Files.createTempFile(directory, main.getSimpleName(), ".txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        return new ChildJvm(process, output);
    }

    /// Waits for its end; it is an error when that does not come in time or is not a good one.
    void awaitEnd(Duration time) throws IOException, InterruptedException {
        if (!process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IOException("A process did not end in time [output=%s, time=%s]".formatted(output, time));
        }
        if (process.exitValue() != 0) {
            throw new IOException("A process failed [output=%s, exit=%d]".formatted(output, process.exitValue()));
        }
    }

    /// The lines that begin with a word.
    List<String> lines(String word) throws IOException {
        try (var lines = Files.lines(output, StandardCharsets.UTF_8)) {
            return lines.filter(line -> line.startsWith(word)).toList();
        }
    }

    /// Kills it, if it still runs.
    @Override
    public void close() {
        process.destroyForcibly();
        try {
            if (!process.waitFor(DEATH_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("A process cannot be killed [pid=" + process.pid() + "]");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
