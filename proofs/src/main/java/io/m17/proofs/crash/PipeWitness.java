package io.m17.proofs.crash;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// Writes what it is told to the process's output, unbuffered: what was written before a kill reaches the reader. A
/// step is a line, its end a line with `<`.
final class PipeWitness implements Witness {
    static final String DONE = "<";

    private final Ticks ticks;
    private final FileOutputStream out = new FileOutputStream(FileDescriptor.out);

    PipeWitness(Ticks ticks) {
        this.ticks = ticks;
    }

    @Override
    public void begins(Step step) {
        write(step.encode() + "\n");
    }

    @Override
    public void done() {
        write(DONE + "\n");
        ticks.next();
    }

    private void write(String line) {
        try {
            out.write(line.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException("nobody listens any more", e);
        }
    }
}
