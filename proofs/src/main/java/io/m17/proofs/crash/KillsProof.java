package io.m17.proofs.crash;

import io.m17.proofs.Budget;
import io.m17.proofs.Outcome;
import io.m17.proofs.Proof;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A process that is killed at any moment loses nothing that it acknowledged: children work, are killed while they do,
/// and what they leave is recovered and checked.
public final class KillsProof implements Proof {
    private static final Logger LOG = LoggerFactory.getLogger(KillsProof.class);
    private static final int LANES = 2;
    private static final int KILLS_A_SITE = 25;
    private static final int LONGEST_LIFE_MS = 500;
    private static final int MOST_LINES = 4_000;
    private static final int MOST_FAILURES = 10;

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

    private record Lane(long kills, long steps, long longestRecoveryNs, List<String> failures) {}

    @Override
    public Outcome run(Budget budget) throws Exception {
        long kills = 0;
        long steps = 0;
        long longestNs = 0;
        List<String> failures = new ArrayList<>();
        try (Scratch scratch = Scratch.of(budget, name());
                ExecutorService lanes = Executors.newFixedThreadPool(LANES)) {
            VictimClasses classes = VictimProcess.prepare(scratch.directory());
            List<Future<Lane>> running = new ArrayList<>();
            for (int lane = 0; lane < LANES; lane++) {
                long seed = budget.seed() + lane;
                Path directory = Files.createDirectories(scratch.directory().resolve("lane-" + lane));
                running.add(lanes.submit(() -> lane(budget, classes, seed, directory)));
            }
            for (Future<Lane> each : running) {
                Lane lane = each.get();
                kills += lane.kills();
                steps += lane.steps();
                longestNs = Math.max(longestNs, lane.longestRecoveryNs());
                failures.addAll(lane.failures());
            }
            if (!failures.isEmpty()) {
                failures.add("see " + scratch.directory());
                scratch.keep();
            }
        }
        LOG.info("kills={} steps={} longest_recovery_ms={}", kills, steps, longestNs / 1_000_000);
        return Outcome.of(kills, failures);
    }

    private static Lane lane(Budget budget, VictimClasses classes, long laneSeed, Path directory)
            throws IOException, InterruptedException {
        Random random = new Random(laneSeed);
        Ground ground = new Ground(directory, KILLS_A_SITE);
        List<String> failures = new ArrayList<>();
        long kills = 0;
        long steps = 0;
        long longestNs = 0;
        do {
            long seed = random.nextLong();
            Expected expected = ground.expected();
            long before = expected.steps();
            killOnce(classes, ground, new Random(seed), seed).ifPresent(failures::add);
            kills++;
            steps += expected.steps() - before;
            if (random.nextInt(4) != 0) { // else the next child recovers what this one left
                Oracle.Verdict verdict = ground.check(Loss.PROCESS);
                verdict.faults().stream()
                        .limit(MOST_FAILURES)
                        .forEach(fault -> failures.add("seed=" + seed + " " + fault));
                longestNs = Math.max(longestNs, verdict.recoveryNs());
            }
        } while (!budget.spent() && failures.size() < MOST_FAILURES);
        VictimProcess.crashReports(directory).forEach(report -> failures.add("a JVM crashed: " + report));
        return new Lane(kills, steps, longestNs, failures);
    }

    private static Optional<String> killOnce(VictimClasses classes, Ground ground, Random random, long seed)
            throws IOException, InterruptedException {
        int publishEvery = random.nextInt(8) == 0 ? 40 : 0;
        VictimProcess.Order order = new VictimProcess.Order(
                ground.site(),
                seed,
                Long.MAX_VALUE,
                publishEvery,
                "",
                Commitment.any(random),
                ground.expected().ticks().now());
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
