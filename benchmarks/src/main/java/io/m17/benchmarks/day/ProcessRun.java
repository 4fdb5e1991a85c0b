package io.m17.benchmarks.day;

import io.m17.benchmarks.Scratch;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A command that ran to its end, and what it took; looked at fifty times a second, so that its last 20 ms can be
/// missing from processor time and memory.
///
/// @param output what it printed
/// @param errors what it said on the other stream
/// @param seconds from its start to its end
/// @param processorSeconds of all its threads, user and system
/// @param peakBytes resident memory at its highest, mapped files included
/// @param ownPeakBytes the same without pages of files, which the kernel can take back
record ProcessRun(
        int exitValue,
        String output,
        String errors,
        double seconds,
        double processorSeconds,
        long peakBytes,
        long ownPeakBytes) {
    private static final long LOOK_MS = 20;
    private static final long LONGEST_NS = TimeUnit.HOURS.toNanos(2);
    private static final double NS_PER_S = 1e9;

    /// Runs a command in the working directory of this process, with these variables besides its own.
    ///
    /// @throws IOException when it cannot be started, or does not end in two hours
    static ProcessRun of(List<String> command, Map<String, String> environment)
            throws IOException, InterruptedException {
        Path directory = Files.createDirectories(Scratch.fresh("process"));
        try {
            return run(command, environment, directory.resolve("output"), directory.resolve("errors"));
        } finally {
            Scratch.delete(directory);
        }
    }

    private static ProcessRun run(List<String> command, Map<String, String> environment, Path output, Path errors)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile());
        builder.environment().putAll(environment);
        long beginNs = System.nanoTime();
        Process process = builder.start();
        try {
            ProcessWatch watch = new ProcessWatch(process);
            while (!process.waitFor(LOOK_MS, TimeUnit.MILLISECONDS)) {
                watch.look();
                if (System.nanoTime() - beginNs > LONGEST_NS) {
                    throw new IOException("a process does not end [command=" + command + "]");
                }
            }
            double seconds = (System.nanoTime() - beginNs) / NS_PER_S;
            return new ProcessRun(
                    process.exitValue(),
                    Files.readString(output),
                    Files.readString(errors),
                    seconds,
                    watch.processorSeconds(),
                    watch.peakBytes(),
                    watch.ownPeakBytes());
        } finally {
            process.destroyForcibly();
        }
    }

    /// This run, when it ended with exit 0.
    ///
    /// @throws IOException else, with what it said last
    ProcessRun expectDone() throws IOException {
        if (exitValue != 0) {
            throw new IOException("a process failed [exit=" + exitValue + ", last=" + lastWords() + "]");
        }
        return this;
    }

    /// The last line that is not blank, of its errors or else of its output.
    String lastWords() {
        String said = errors.isBlank() ? output : errors;
        return said.strip().lines().reduce("", (first, second) -> second);
    }
}
