package io.m17.proofs.crash;

import io.m17.proofs.Budget;
import io.m17.proofs.Outcome;
import io.m17.proofs.Proof;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A machine that loses its power loses nothing before the durable watermark: a child works on a file system whose
/// power
/// is cut, and what its disk has is recovered and checked.
public final class PowerLossProof implements Proof {
    private static final Logger LOG = LoggerFactory.getLogger(PowerLossProof.class);
    private static final int LOSSES_A_SITE = 12;
    private static final int MOST_LINES = 4_000;
    private static final int MOST_WRITE_BACKS = 30;
    private static final int LONGEST_AFTERLIFE_MS = 8;
    private static final int MOST_FAILURES = 10;

    @Override
    public String name() {
        return "power-loss";
    }

    @Override
    public String unit() {
        return "power losses";
    }

    @Override
    public int weight() {
        return 3;
    }

    @Override
    public Outcome run(Budget budget) throws Exception {
        try (Scratch scratch = Scratch.of(budget, name())) {
            LoopVolume made;
            try {
                made = LoopVolume.create(scratch.directory());
            } catch (IOException e) {
                return Outcome.skipped("no loop-mounted file system here: " + e.getMessage());
            }
            try (LoopVolume volume = made) {
                return run(budget, volume, scratch.directory());
            }
        }
    }

    private static Outcome run(Budget budget, LoopVolume volume, Path scratch) throws Exception {
        Random random = new Random(budget.seed());
        VictimClasses classes = VictimProcess.prepare(scratch);
        List<String> failures = new ArrayList<>();
        Ground ground = new Ground(volume.mountPoint(), LOSSES_A_SITE);
        long losses = 0;
        long longestNs = 0;
        do {
            long seed = random.nextLong();
            lose(classes, ground, volume, scratch, seed);
            losses++;
            Oracle.Verdict verdict = ground.check(Loss.POWER);
            verdict.faults().stream().limit(5).forEach(fault -> failures.add("seed=" + seed + " " + fault));
            longestNs = Math.max(longestNs, verdict.recoveryNs());
        } while (!budget.spent() && failures.size() < MOST_FAILURES);
        VictimProcess.crashReports(scratch).forEach(report -> failures.add("a JVM crashed: " + report));
        LOG.info("losses={} longest_recovery_ms={}", losses, longestNs / 1_000_000);
        return Outcome.of(losses, failures);
    }

    private static void lose(VictimClasses classes, Ground ground, LoopVolume volume, Path scratch, long seed)
            throws IOException, InterruptedException {
        Random random = new Random(seed);
        VictimProcess.Order order = new VictimProcess.Order(
                ground.site(),
                seed,
                Long.MAX_VALUE,
                random.nextInt(8) == 0 ? 40 : 0,
                "",
                Commitment.any(random),
                ground.expected().ticks().now());
        try (VictimProcess victim = VictimProcess.start(classes, order, scratch)) {
            victim.follow(ground.expected(), random.nextInt(MOST_LINES));
            writeBack(ground.site().root(), volume, random);
            volume.cut();
            TimeUnit.MILLISECONDS.sleep(random.nextInt(LONGEST_AFTERLIFE_MS));
            victim.kill();
            victim.follow(ground.expected(), Long.MAX_VALUE);
        }
        ground.expected().killed();
        volume.restart();
    }

    private static void writeBack(Path root, LoopVolume volume, Random random) throws IOException {
        try (Stream<Path> tree = Files.walk(root)) {
            List<Path> files = tree.filter(Files::isRegularFile).toList();
            for (int i = random.nextInt(MOST_WRITE_BACKS); i > 0 && !files.isEmpty(); i--) {
                volume.writeBack(files.get(random.nextInt(files.size())), random);
            }
        }
    }
}
