package io.m17.benchmarks;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// A class's `main` in a JVM of its own, with the flags and class path of this one. Its errors go to this one's.
public final class JavaProcess implements AutoCloseable {
    private static final long LONGEST_MINUTES = 30;

    private final Process process;
    private final List<String> command;

    private JavaProcess(Process process, List<String> command) {
        this.process = process;
        this.command = command;
    }

    public static JavaProcess start(String mainClass, List<String> arguments) throws IOException {
        return start(List.of(), mainClass, arguments);
    }

    private static JavaProcess start(List<String> flags, String mainClass, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(flags);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), mainClass));
        command.addAll(arguments);
        Process process =
                new ProcessBuilder(command).redirectError(Redirect.INHERIT).start();
        return new JavaProcess(process, List.copyOf(command));
    }

    /// Runs to the end and returns what was printed.
    public static String run(String mainClass, String... arguments) throws IOException, InterruptedException {
        return run(List.of(), mainClass, List.of(arguments));
    }

    /// The same with further flags of the JVM.
    public static String run(List<String> flags, String mainClass, List<String> arguments)
            throws IOException, InterruptedException {
        try (JavaProcess process = start(flags, mainClass, arguments)) {
            return process.output();
        }
    }

    /// Waits for a first line of output.
    public Optional<String> awaitLine() throws IOException {
        return Optional.ofNullable(process.inputReader(StandardCharsets.UTF_8).readLine());
    }

    /// Sends it a byte.
    public void go() throws IOException {
        OutputStream input = process.getOutputStream();
        input.write('\n');
        input.flush();
    }

    /// Waits for the end and returns what was printed and not yet read.
    public String output() throws IOException, InterruptedException {
        String output = String.join(
                "\n", process.inputReader(StandardCharsets.UTF_8).lines().toList());
        if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
            throw new IOException("a measuring process failed [command=" + command + ", output=" + output + "]");
        }
        return output;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
