package io.m17.proofs;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/// Runs the proofs one after the other, each for its share of the time, and prints a line a proof.
///
/// `Prove [MINUTES [SEED [NAME…]]]`; the seed that is printed beside a proof runs the same again under the proof's
/// name; exit 0 when every claim held and every planted bug was found, else 1.
public final class Prove {
    private static final int DEFAULT_MINUTES = 60;

    private final PrintStream out;
    private final Path scratch;

    Prove(PrintStream out, Path scratch) {
        this.out = out;
        this.scratch = scratch;
    }

    /// The command line.
    public static void main(String[] args) throws IOException {
        double minutes = args.length > 0 ? Double.parseDouble(args[0]) : DEFAULT_MINUTES;
        long seed = args.length > 1 ? Long.parseLong(args[1]) : System.nanoTime();
        List<String> names = args.length > 2 ? List.of(args).subList(2, args.length) : List.of();
        Path scratch = Files.createTempDirectory("m17-prove");
        List<Proof> proofs = Proofs.ALL.stream()
                .filter(proof -> names.isEmpty() || names.contains(proof.name()))
                .toList();
        boolean held = new Prove(System.out, scratch).run(proofs, Duration.ofMillis((long) (minutes * 60_000)), seed);
        System.exit(held ? 0 : 1);
    }

    /// Runs the proofs; whether all of them held.
    boolean run(List<Proof> proofs, Duration time, long seed) throws IOException {
        int weights = proofs.stream().mapToInt(Proof::longWeight).sum();
        out.printf(Locale.ROOT, "%-16s %14s  %-24s %9s  %s%n", "proof", "count", "of", "seconds", "result");
        boolean held = !proofs.isEmpty();
        for (Proof proof : proofs) {
            held &= run(proof, time.multipliedBy(proof.longWeight()).dividedBy(weights), seed);
        }
        if (held) {
            Scratch.delete(scratch);
        }
        return held;
    }

    private boolean run(Proof proof, Duration time, long seed) throws IOException {
        long start = System.nanoTime();
        Path directory = Files.createDirectories(scratch.resolve(proof.name()));
        Outcome outcome;
        try {
            outcome = proof.run(Budget.of(time, seed, directory));
        } catch (Exception e) {
            outcome = Outcome.of(0, List.of("the proof could not be run: " + e));
        }
        out.printf(
                Locale.ROOT,
                "%-16s %,14d  %-24s %9.1f  %s%n",
                proof.name(),
                outcome.count(),
                proof.unit(),
                (System.nanoTime() - start) / 1e9,
                verdict(outcome, seed, directory));
        outcome.failures().forEach(failure -> out.println("  " + failure));
        outcome.notes().forEach(note -> out.println("  " + note));
        outcome.planted()
                .forEach(bug -> out.println("  planted: " + bug.name() + (bug.found() ? ", found" : ", NOT FOUND")));
        if (outcome.held()) {
            Scratch.delete(directory);
        }
        return outcome.held();
    }

    private static String verdict(Outcome outcome, long seed, Path directory) {
        if (!outcome.held()) {
            return "BROKEN, seed " + seed + ", see " + directory;
        }
        return outcome.skipped().map(why -> "skipped: " + why).orElse("held, seed " + seed);
    }
}
