package io.m17.proofs.crash;

import io.m17.journal.KillPoint;
import io.m17.proofs.Budget;
import io.m17.proofs.Lanes;
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

/// A process may die between any two steps of a write: a child dies at every [KillPoint], the first time it gets there,
/// the second time, and some time later.
public final class KillPointsProof implements Proof {
    private static final int TRIES_A_SITE = 6;
    private static final int MOST_FAILURES = 20;

    /// Where a flawed child dies: with a record that is acknowledged and not published.
    private static final KillPoint PLANTED = KillPoint.RECORD_STORED;

    private static final int PLANTED_COUNT = 40;

    @Override
    public String name() {
        return "kill-points";
    }

    @Override
    public String unit() {
        return "deaths";
    }

    @Override
    public int weight() {
        return 2;
    }

    @Override
    public int longWeight() {
        return 7;
    }

    @Override
    public Outcome run(Budget budget) throws Exception {
        Rounds rounds = new Rounds(new Random(budget.seed()));
        try (Scratch scratch = Scratch.of(budget, name())) {
            VictimClasses classes = VictimProcess.prepare(scratch.directory());
            PlantedBug planted = new PlantedBug(
                    "a step acknowledged before it is done",
                    findsEarlyAcknowledgement(budget, classes, scratch.directory()));
            CrashTally tally = CrashTally.of(
                    Lanes.run(budget.seed(), scratch.directory(), lane -> die(budget, classes, rounds, lane)));
            Outcome outcome = tally.outcome(scratch, planted);
            List<String> notes = new ArrayList<>(outcome.notes());
            notes.add(coverage(rounds));
            return outcome.withNotes(notes);
        }
    }

    private static boolean findsEarlyAcknowledgement(Budget budget, VictimClasses classes, Path scratch)
            throws IOException, InterruptedException {
        Ground ground = new Ground(Files.createDirectories(scratch.resolve("planted")), TRIES_A_SITE);
        CrashTally found = new CrashTally();
        Deaths deaths = new Deaths(classes, ground, found, Flaw.EARLY_ACKNOWLEDGEMENT);
        return deaths.die(new Rounds.Try(PLANTED, PLANTED_COUNT, budget.seed())) && found.failures() > 0;
    }

    private static CrashTally die(Budget budget, VictimClasses classes, Rounds rounds, Lanes.Lane lane)
            throws IOException, InterruptedException {
        CrashTally tally = new CrashTally();
        Deaths deaths = new Deaths(classes, new Ground(lane.directory(), TRIES_A_SITE), tally, Flaw.NONE);
        do {
            Rounds.Try next = rounds.next();
            if (deaths.die(next)) {
                rounds.died(next);
            }
        } while (!budget.spent() && tally.failures() < MOST_FAILURES);
        VictimProcess.crashReports(lane.directory()).forEach(report -> tally.fail("a JVM crashed: " + report));
        return tally;
    }

    private static String coverage(Rounds rounds) {
        Map<KillPoint, Long> deaths = rounds.deaths();
        long fewest = deaths.values().stream().mapToLong(Long::longValue).min().orElse(0);
        return deaths.size() + " of " + KillPoint.values().length + " points, each at least "
                + (deaths.size() < KillPoint.values().length ? 0 : fewest) + " times";
    }
}
