package io.m17.proofs.faults;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// m17 as a process of its own, from the classes that this process runs on. Confined to one thread.
final class M17Process implements AutoCloseable {
    private static final long LIMIT_SECONDS = 120;
    static final String PROGRAM = "io.m17.cli.M17";

    private final Path directory;
    private final Process process;

    private M17Process(Path directory, Process process) {
        this.directory = directory;
        this.process = process;
    }

    /// How a process ended.
    ///
    /// @param complaint the last line on standard error that is m17's own, or empty
    record End(int code, String out, String err, String complaint, boolean crashed) {
        @Override
        public String toString() {
            return "code=" + code + ", complaint=" + complaint + (crashed ? ", the JVM crashed" : "");
        }
    }

    /// Starts m17 with arguments.
    ///
    /// @param directory where its output goes; made when it is absent
    static M17Process start(Path directory, String... arguments) throws IOException {
        return start(directory, List.of(), Map.of(), PROGRAM, arguments);
    }

    /// Starts a program of these classes.
    ///
    /// @param before what the command line begins with, such as a tracer
    static M17Process start(
            Path directory, List<String> before, Map<String, String> environment, String program, String... arguments)
            throws IOException {
        Files.createDirectories(directory);
        List<String> command = command(before, directory.resolve("hs_err.log"), program, arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(directory.resolve("out").toFile())
                .redirectError(directory.resolve("err").toFile());
        builder.environment().putAll(environment);
        return new M17Process(directory, builder.start());
    }

    /// The command line of a program of these classes.
    static List<String> command(List<String> before, Path errorFile, String program, String... arguments) {
        List<String> command = new ArrayList<>(before);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("--"))
                .forEach(command::add);
        command.addAll(List.of(
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-XX:ErrorFile=" + errorFile,
                "-cp",
                System.getProperty("java.class.path"),
                program));
        command.addAll(List.of(arguments));
        return command;
    }

    /// Runs m17 to its end.
    static End run(Path directory, String... arguments) throws Exception {
        try (M17Process process = start(directory, arguments)) {
            return process.end();
        }
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    String log() throws IOException {
        return Files.readString(directory.resolve("err"));
    }

    /// Asks it to stop, as systemd does.
    void terminate() {
        process.destroy();
    }

    /// Ends it at once.
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /// Waits for its end, for two minutes at most.
    End end() throws Exception {
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            kill();
            throw new IllegalStateException("m17 does not end [log=" + log() + "]");
        }
        String err = log();
        String complaint = err.lines()
                .filter(line -> line.startsWith("m17: "))
                .reduce((first, last) -> last)
                .orElse("");
        return new End(
                process.exitValue(),
                Files.readString(directory.resolve("out")),
                err,
                complaint,
                Files.exists(directory.resolve("hs_err.log")) || process.exitValue() >= 128);
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
