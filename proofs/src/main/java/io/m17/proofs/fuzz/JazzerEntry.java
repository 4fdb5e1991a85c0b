package io.m17.proofs.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What Jazzer calls: one decoder, named by a system property, in a process of its own.
public final class JazzerEntry {
    static final String TARGET = "m17.fuzz.target";
    static final String DIRECTORY = "m17.fuzz.directory";

    /// More than a decoder may allocate, for the classes that no accepted input has used.
    private static final Trial TRIAL = new Trial(8 * Trial.MOST_ALLOCATED_BYTES);
    private static final Target CHOSEN = chosen();

    private JazzerEntry() {}

    private static Target chosen() {
        String name = System.getProperty(TARGET, "");
        try {
            List<Target> targets = Targets.all(Path.of(System.getProperty(DIRECTORY, "")));
            Target chosen = targets.stream()
                    .filter(target -> target.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no such decoder [target=" + name + "]"));
            loadClasses(chosen);
            return chosen;
        } catch (IOException e) {
            throw new UncheckedIOException("the decoders cannot be set up", e);
        }
    }

    /// Instrumenting a class on its first use allocates on the thread that uses it, hundreds of megabytes for some
    /// decoders: all that accepted inputs use are used once before anything counts. Jazzer tries the same inputs again.
    private static void loadClasses(Target target) {
        Trial uncounted = new Trial(Long.MAX_VALUE);
        uncounted.run(target, new byte[0]);
        target.seeds().forEach(seed -> uncounted.run(target, seed));
    }

    /// Tries one input; an [AssertionError] is a finding.
    public static void fuzzerTestOneInput(byte[] input) {
        Optional<String> wrong = TRIAL.run(CHOSEN, input);
        if (wrong.isPresent()) {
            throw new AssertionError(wrong.get());
        }
    }
}
