package io.m17.proofs.crash;

import io.m17.proofs.Budget;
import io.m17.proofs.Lanes;
import io.m17.proofs.Outcome;
import io.m17.proofs.PlantedBug;
import io.m17.proofs.Proof;
import io.m17.proofs.Scratch;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/// A machine that loses its power loses nothing before the durable watermark: children work on file systems whose power
/// is cut, and what their disks have is recovered and checked.
public final class PowerLossProof implements Proof {
    private static final int LOSSES_A_SITE = 12;
    private static final int MOST_LINES = 4_000;
    private static final int MOST_WRITE_BACKS = 30;
    private static final int LONGEST_AFTERLIFE_MS = 8;
    private static final int MOST_FAILURES = 10;
    private static final int PLANTED_ATTEMPTS = 5;

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
    public int longWeight() {
        return 9;
    }

    @Override
    public Outcome run(Budget budget) throws Exception {
        try (Scratch scratch = Scratch.of(budget, name())) {
            Path trial = Files.createDirectories(scratch.directory().resolve("trial"));
            try {
                LoopVolume.create(trial).close();
            } catch (IOException e) {
                return Outcome.skipped("no loop-mounted file system here: " + e.getMessage());
            }
            VictimClasses classes = VictimProcess.prepare(scratch.directory());
            PlantedBug planted =
                    new PlantedBug("a force that writes nothing", findsForgottenForce(budget, classes, trial));
            CrashTally tally =
                    CrashTally.of(Lanes.run(budget.seed(), scratch.directory(), lane -> lose(budget, classes, lane)));
            return tally.outcome(scratch, planted);
        }
    }

    private static boolean findsForgottenForce(Budget budget, VictimClasses classes, Path directory)
            throws IOException, InterruptedException {
        try (LoopVolume volume = LoopVolume.create(directory)) {
            Random random = new Random(budget.seed());
            Ground ground = new Ground(volume.mountPoint(), LOSSES_A_SITE);
            boolean found = false;
            for (int attempt = 0; attempt < PLANTED_ATTEMPTS && !found; attempt++) {
                lose(classes, ground, volume, directory, random.nextLong(), Flaw.FORGOTTEN_FORCE);
                found = !ground.check(Loss.POWER).faults().isEmpty();
            }
            return found;
        }
    }

    private static CrashTally lose(Budget budget, VictimClasses classes, Lanes.Lane lane)
            throws IOException, InterruptedException {
        try (LoopVolume volume = LoopVolume.create(lane.directory())) {
            Random random = new Random(lane.seed());
            Ground ground = new Ground(volume.mountPoint(), LOSSES_A_SITE);
            CrashTally tally = new CrashTally();
            do {
                long seed = random.nextLong();
                Expected expected = ground.expected();
                long before = expected.steps();
                lose(classes, ground, volume, lane.directory(), seed, Flaw.NONE);
                tally.crashed(expected.steps() - before);
                tally.take("seed=" + seed, ground.check(Loss.POWER));
            } while (!budget.spent() && tally.failures() < MOST_FAILURES);
            if (tally.failures() > 0) {
                volume.keep();
            }
            VictimProcess.crashReports(lane.directory()).forEach(report -> tally.fail("a JVM crashed: " + report));
            return tally;
        }
    }

    private static void lose(
            VictimClasses classes, Ground ground, LoopVolume volume, Path scratch, long seed, Flaw flaw)
            throws IOException, InterruptedException {
        Random random = new Random(seed);
        VictimProcess.Order order = new VictimProcess.Order(
                ground.site(),
                seed,
                Long.MAX_VALUE,
                random.nextInt(8) == 0 ? 40 : 0,
                "",
                Commitment.any(random),
                ground.expected().ticks().now(),
                flaw);
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
        List<Path> files = filesNow(root);
        for (int i = random.nextInt(MOST_WRITE_BACKS); i > 0 && !files.isEmpty(); i--) {
            volume.writeBack(files.get(random.nextInt(files.size())), random);
        }
    }

    /// The files under a directory in which the victim makes, renames and removes files meanwhile.
    private static List<Path> filesNow(Path root) throws IOException {
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile()) {
                    files.add(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) {
                return FileVisitResult.CONTINUE;
            }
        });
        return files;
    }
}
