package io.m17.proofs.crash;

import io.m17.proofs.Outcome;
import io.m17.proofs.PlantedBug;
import io.m17.proofs.Scratch;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What a lane of crashes found. Confined to one thread until it is added to another.
final class CrashTally {
    private static final int MOST_FAULTS_A_CRASH = 5;

    private final List<String> failures = new ArrayList<>();
    private long crashes;
    private long steps;
    private long checks;
    private long longestRecoveryNs;

    /// The sum of several.
    static CrashTally of(List<CrashTally> lanes) {
        CrashTally sum = new CrashTally();
        for (CrashTally lane : lanes) {
            sum.failures.addAll(lane.failures);
            sum.crashes += lane.crashes;
            sum.steps += lane.steps;
            sum.checks += lane.checks;
            sum.longestRecoveryNs = Math.max(sum.longestRecoveryNs, lane.longestRecoveryNs);
        }
        return sum;
    }

    /// @param stepsBefore how many steps were begun before it
    void crashed(long stepsBefore) {
        crashes++;
        steps += stepsBefore;
    }

    void fail(String what) {
        failures.add(what);
    }

    /// @param tried what was checked, to see it again
    void take(String tried, Oracle.Verdict verdict) {
        checks++;
        longestRecoveryNs = Math.max(longestRecoveryNs, verdict.recoveryNs());
        verdict.faults().stream().limit(MOST_FAULTS_A_CRASH).forEach(fault -> failures.add(tried + ": " + fault));
    }

    int failures() {
        return failures.size();
    }

    /// The outcome; the directory stays when something broke.
    Outcome outcome(Scratch scratch, PlantedBug planted) {
        if (!failures.isEmpty()) {
            failures.add("see " + scratch.directory());
            scratch.keep();
        }
        String note = String.format(
                Locale.ROOT,
                "%,d checks by the oracle, %,d steps of work, longest recovery %d ms",
                checks,
                steps,
                longestRecoveryNs / 1_000_000);
        return Outcome.of(crashes, failures, List.of(planted)).withNotes(List.of(note));
    }
}
