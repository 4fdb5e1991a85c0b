package io.m17.proofs.races;

import io.m17.proofs.Budget;
import io.m17.proofs.Outcome;
import io.m17.proofs.PlantedBug;
import io.m17.proofs.Proof;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The slot protocol and both logs do in every interleaving what they do when one thread works at a time. Lincheck
/// tries the interleavings over memory of which it sees each access, then the same under stress.
public final class LincheckProof implements Proof {
    private static final Duration LONG = Duration.ofMinutes(2);
    private static final Duration GRACE = Duration.ofMinutes(2);

    @Override
    public String name() {
        return "lincheck";
    }

    @Override
    public String unit() {
        return "scenarios";
    }

    @Override
    public int weight() {
        return 3;
    }

    @Override
    public int longWeight() {
        return 2;
    }

    @Override
    public Outcome run(Budget budget) throws IOException, InterruptedException {
        List<String> arguments = List.of(Long.toString(budget.leftSeconds()), Long.toString(budget.seed()));
        List<String> flags = new ArrayList<>(List.of("-Xmx1g", "-XX:+EnableDynamicAgentLoading"));
        if (budget.left().compareTo(LONG) < 0) {
            flags.add("-XX:TieredStopAtLevel=1"); // what runs for seconds only is slowed down by the better compiler
        }
        try (ChildJvm child = ChildJvm.start(budget.scratch(), LincheckRun.class, flags, arguments)) {
            child.awaitEnd(budget.left().plus(GRACE));
            return outcome(child);
        }
    }

    private static Outcome outcome(ChildJvm child) throws IOException {
        long scenarios = 0;
        List<String> failures = new ArrayList<>();
        List<PlantedBug> planted = new ArrayList<>();
        for (String line : child.lines(LincheckRun.MARK)) {
            String[] fields = line.split(LincheckRun.FIELD, -1);
            if (fields[1].equals("planted")) {
                planted.add(new PlantedBug(fields[2], fields[3].equals("found")));
            } else {
                scenarios += Long.parseLong(fields[3]);
                if (!fields[4].equals("held")) {
                    failures.add(fields[2] + " is not linearizable, see " + child.output());
                }
            }
        }
        return Outcome.of(scenarios, failures, planted);
    }
}
