package io.m17.proofs.crash;

import io.m17.proofs.Scratch;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A [Victim] in a process of its own, and the pipe on which it says what it does. The pipe is the only thing that
/// outlives a kill besides the files. Confined to one thread, but for [#kill()].
final class VictimProcess implements AutoCloseable {
    private static final int KILLED = 128 + 9;
    private static final int WAIT_SECONDS = 60;
    private static final int TRAINING_STEPS = 300;

    private final Process process;
    private final BufferedReader lines;
    private final Path errors;

    private VictimProcess(Process process, Path errors) {
        this.process = process;
        this.lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
        this.errors = errors;
    }

    /// How a victim is to work and to die.
    ///
    /// @param publishEvery steps from one published part to the next, 0 for none
    /// @param kill where it kills itself, `SLOT_SWAPPED:3`, or empty
    /// @param ticks steps that were done on the site before
    /// @param flaw what it is to do wrong
    record Order(
            CrashSite site,
            long seed,
            long steps,
            int publishEvery,
            String kill,
            Commitment commitment,
            long ticks,
            Flaw flaw) {}

    /// Packs the classes, and lets a first victim end by itself, upon which the JVM keeps what it has loaded.
    static VictimClasses prepare(Path scratch) throws IOException, InterruptedException {
        VictimClasses classes = VictimClasses.pack(scratch);
        CrashSite site = new CrashSite(Files.createDirectories(scratch.resolve("training")));
        Expected expected = new Expected();
        Order order = new Order(site, 1, TRAINING_STEPS, TRAINING_STEPS / 2, "", Commitment.ON_REQUEST, 0, Flaw.NONE);
        try (VictimProcess victim = start(classes, order, scratch)) {
            victim.follow(expected, Long.MAX_VALUE);
            if (victim.wasKilled() || !victim.lastWords().startsWith("exit=0 ")) {
                throw new IOException("a victim does not work: " + victim.lastWords());
            }
        }
        Scratch.delete(site.root());
        return classes;
    }

    /// @param scratch where its error output goes, and the JVM's should it crash
    static VictimProcess start(VictimClasses classes, Order order, Path scratch) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElseThrow());
        for (String argument : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
            if (argument.startsWith("--")) {
                command.add(argument);
            }
        }
        command.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto"));
        command.addAll(List.of("-XX:+AutoCreateSharedArchive", "-XX:SharedArchiveFile=" + classes.shared()));
        command.add("-Xlog:disable"); // says on the output what it cannot share
        command.add("-XX:ErrorFile=" + scratch.resolve("hs_err_%p.log"));
        command.add("-Dslf4j.provider=org.slf4j.helpers.NOP_FallbackServiceProvider"); // the output is the pipe
        if (!order.kill().isEmpty()) {
            command.add("-Dm17.kill=" + order.kill());
        }
        command.addAll(List.of("-cp", classes.path(), Victim.class.getName()));
        command.addAll(List.of(
                order.site().root().toString(),
                Long.toString(order.seed()),
                Long.toString(order.steps()),
                Integer.toString(order.publishEvery()),
                order.commitment().name(),
                Long.toString(order.ticks()),
                order.flaw().name()));
        Path errors = scratch.resolve("victim.err");
        Process process =
                new ProcessBuilder(command).redirectError(errors.toFile()).start();
        return new VictimProcess(process, errors);
    }

    /// Hands on at most so many lines; whether there may be more.
    boolean follow(Expected expected, long most) throws IOException {
        for (long line = 0; line < most; line++) {
            String text = lines.readLine();
            if (text == null) {
                return false;
            }
            expected.line(text);
        }
        return true;
    }

    /// Kills the process at once; what it has said can still be read.
    void kill() {
        process.toHandle().destroyForcibly(); // the process's own method would close the pipe
    }

    /// Waits until the process is gone; whether it was killed.
    boolean wasKilled() throws IOException, InterruptedException {
        if (!process.waitFor(WAIT_SECONDS, TimeUnit.SECONDS)) {
            throw new IOException("a victim does not end [pid=" + process.pid() + "]");
        }
        return process.exitValue() == KILLED;
    }

    /// What the process wrote about its own end, in one line.
    String lastWords() throws IOException {
        String text = Files.readString(errors, StandardCharsets.UTF_8);
        return "exit=" + process.exitValue() + " "
                + text.lines()
                        .filter(line -> !line.startsWith("SLF4J"))
                        .limit(6)
                        .reduce("", (a, b) -> a + " | " + b.strip());
    }

    /// The reports of crashed JVMs in a directory.
    static List<String> crashReports(Path scratch) throws IOException {
        try (Stream<Path> files = Files.list(scratch)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("hs_err"))
                    .toList();
        }
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        try {
            process.waitFor(WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        lines.close();
    }
}
