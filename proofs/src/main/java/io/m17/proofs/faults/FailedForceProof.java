package io.m17.proofs.faults;

import io.m17.proofs.Budget;
import io.m17.proofs.Outcome;
import io.m17.proofs.PlantedBug;
import io.m17.proofs.Proof;
import io.m17.proofs.Scratch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Claim: when the kernel reports once that it could not write what was forced (`msync`, injected by `strace` into the
/// real program), the run ends with exit code 3 and one line, though every later force would report success; started
/// again on a sound disk it ends in the same content.
public final class FailedForceProof implements Proof {
    private static final Path STRACE = Path.of("/usr/bin/strace");
    private static final int LAST_FORCE = 40;

    @Override
    public String name() {
        return "failed-force";
    }

    @Override
    public String unit() {
        return "failed forces";
    }

    @Override
    public int weight() {
        return 1;
    }

    @Override
    public Outcome run(Budget budget) throws Exception {
        if (!Files.isExecutable(STRACE)) {
            return Outcome.skipped("there is no " + STRACE + " here; install strace");
        }
        SampleDay day = SampleDay.of(budget);
        List<String> found = new ArrayList<>();
        fail(budget.scratch().resolve("planted"), day, 1, "retval=0", found);
        PlantedBug planted = new PlantedBug("a failed force that nobody hears of", !found.isEmpty());
        Random random = new Random(budget.seed());
        List<String> failures = new ArrayList<>();
        long count = 0;
        long runs = 0;
        do {
            int force = 1 + random.nextInt(LAST_FORCE);
            count += fail(budget.scratch().resolve("run-" + runs++), day, force, "error=EIO", failures);
        } while (failures.isEmpty() && (count == 0 || !budget.spent()));
        return Outcome.of(count, failures, List.of(planted));
    }

    /// Lets one force fail; returns how many did, 0 when the run ended before.
    ///
    /// @param how what the kernel does instead, in the tracer's words
    private static int fail(Path directory, SampleDay day, int force, String how, List<String> failures)
            throws Exception {
        Path trace = Files.createDirectories(directory).resolve("trace");
        Path state = directory.resolve("state");
        List<String> tracer = List.of(
                STRACE.toString(),
                "-f",
                "-qq",
                "--seccomp-bpf",
                "-e",
                "trace=msync",
                "-e",
                "inject=msync:" + how + ":when=" + force,
                "-o",
                trace.toString());
        M17Process.End end;
        try (M17Process process = M17Process.start(
                directory.resolve("failing"), tracer, Map.of(), M17Process.PROGRAM, day.toTheEnd(state))) {
            end = process.end();
        }
        if (!injected(trace)) {
            return 0;
        }
        String tried = "[force=" + force + ", " + end + "]";
        if (end.code() != 3 || end.complaint().isEmpty() || end.crashed()) {
            failures.add("a failed force does not end the run with 3 and a line " + tried + " err=" + end.err());
        }
        M17Process.End again = M17Process.run(directory.resolve("again"), day.toTheEnd(state));
        if (again.code() != 0 || !SampleDay.digest(state).equals(day.digest())) {
            failures.add("it does not end in the same content afterwards " + tried + " then [" + again + "]");
        }
        Scratch.delete(state);
        return 1;
    }

    /// A tracer counts the calls of each thread for itself, so the injected one is looked for.
    private static boolean injected(Path trace) throws IOException {
        return Files.exists(trace) && Files.readString(trace).contains("INJECTED");
    }
}
