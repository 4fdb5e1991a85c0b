package io.m17.proofs.faults;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/// A [LockContender] in a process of its own. Confined to one thread.
final class Contender implements AutoCloseable {
    private final Process process;
    private final Writer orders;
    private final BufferedReader answers;

    private Contender(Process process) {
        this.process = process;
        this.orders = process.outputWriter();
        this.answers = process.inputReader();
    }

    static Contender start(Path directory) throws IOException {
        List<String> command =
                M17Process.command(List.of(), directory.resolve("hs_err.log"), LockContender.class.getName());
        return new Contender(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
    }

    /// Gives an order; the answer is fetched with [#answer()].
    void order(String order) throws IOException {
        orders.write(order + "\n");
        orders.flush();
    }

    String answer() throws IOException {
        return Objects.requireNonNullElse(answers.readLine(), "ended");
    }

    long pid() {
        return process.pid();
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
