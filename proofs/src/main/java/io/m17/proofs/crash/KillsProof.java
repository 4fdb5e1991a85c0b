package io.m17.proofs.crash;

import io.m17.proofs.Budget;
import io.m17.proofs.Lanes;
import io.m17.proofs.Outcome;
import io.m17.proofs.PlantedBug;
import io.m17.proofs.Proof;
import io.m17.proofs.Scratch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/// A process that is killed at any moment loses nothing that it acknowledged: children work, are killed while they do,
/// and what they leave is recovered and checked.
public final class KillsProof implements Proof {
    private static final int KILLS_A_SITE = 25;
    private static final int LONGEST_LIFE_MS = 500;
    private static final int MOST_LINES = 4_000;
    private static final int MOST_FAILURES = 10;
    private static final int PLANTED_ATTEMPTS = 25;

    @Override
    public String name() {
        return "kills";
    }

    @Override
    public String unit() {
        return "kills";
    }

    @Override
    public int weight() {
        return 4;
    }

    @Override
    public int longWeight() {
        return 20;
    }

    @Override
    public Outcome run(Budget budget) throws Exception {
        try (Scratch scratch = Scratch.of(budget, name())) {
            VictimClasses classes = VictimProcess.prepare(scratch.directory());
            PlantedBug planted = new PlantedBug(
                    "a step acknowledged before it is done",
                    findsEarlyAcknowledgement(budget, classes, scratch.directory()));
            CrashTally tally =
                    CrashTally.of(Lanes.run(budget.seed(), scratch.directory(), lane -> kill(budget, classes, lane)));
            return tally.outcome(scratch, planted);
        }
    }

    private static boolean findsEarlyAcknowledgement(Budget budget, VictimClasses classes, Path scratch)
            throws IOException, InterruptedException {
        Random random = new Random(budget.seed());
        Ground ground = new Ground(Files.createDirectories(scratch.resolve("planted")), KILLS_A_SITE);
        boolean found = false;
        for (int attempt = 0; attempt < PLANTED_ATTEMPTS && !found; attempt++) {
            killOnce(classes, ground, random, random.nextLong(), Flaw.EARLY_ACKNOWLEDGEMENT);
            found = !ground.check(Loss.PROCESS).faults().isEmpty();
        }
        return found;
    }

    private static CrashTally kill(Budget budget, VictimClasses classes, Lanes.Lane lane)
            throws IOException, InterruptedException {
        Random random = new Random(lane.seed());
        Ground ground = new Ground(lane.directory(), KILLS_A_SITE);
        CrashTally tally = new CrashTally();
        do {
            long seed = random.nextLong();
            Expected expected = ground.expected();
            long before = expected.steps();
            killOnce(classes, ground, new Random(seed), seed, Flaw.NONE).ifPresent(tally::fail);
            tally.crashed(expected.steps() - before);
            if (random.nextInt(4) != 0) { // else the next child recovers what this one left
                tally.take("seed=" + seed, ground.check(Loss.PROCESS));
            }
        } while (!budget.spent() && tally.failures() < MOST_FAILURES);
        VictimProcess.crashReports(lane.directory()).forEach(report -> tally.fail("a JVM crashed: " + report));
        return tally;
    }

    private static Optional<String> killOnce(VictimClasses classes, Ground ground, Random random, long seed, Flaw flaw)
            throws IOException, InterruptedException {
        int publishEvery = random.nextInt(8) == 0 ? 40 : 0;
        VictimProcess.Order order = new VictimProcess.Order(
                ground.site(),
                seed,
                Long.MAX_VALUE,
                publishEvery,
                "",
                Commitment.any(random),
                ground.expected().ticks().now(),
                flaw);
        try (VictimProcess victim = VictimProcess.start(classes, order, ground.directory())) {
            if (random.nextInt(4) == 0) {
                TimeUnit.MILLISECONDS.sleep(random.nextInt(LONGEST_LIFE_MS));
            } else {
                victim.follow(ground.expected(), random.nextInt(MOST_LINES));
            }
            victim.kill();
            victim.follow(ground.expected(), Long.MAX_VALUE);
            boolean killed = victim.wasKilled();
            ground.expected().killed();
            return killed
                    ? Optional.empty()
                    : Optional.of("seed=" + seed + " the victim ended by itself: " + victim.lastWords());
        }
    }
}
