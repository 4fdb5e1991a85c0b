package io.m17.proofs.crash;

import io.m17.ledger.state.StateLayout;
import io.m17.proofs.Budget;
import io.m17.proofs.Scratch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/// One workload from an empty directory on, and the images of its moments. Confined to one thread.
final class ImageRound {
    private static final int STEPS_A_SITE = 1_500;
    private static final int IMAGES_A_MOMENT = 4;
    private static final int STEPS_BETWEEN = 25;
    private static final int FORCES_BETWEEN = 12;
    private static final int FORCES_BETWEEN_PLANTED = 3;
    private static final int TWICE_EVERY = 4;

    private final Budget budget;
    private final long seed;
    private final Random random;
    private final Path directory;
    private final ImageTally tally;
    private final Path live;
    private final ShadowStorage storage;
    private final ShadowStorage.Bug bug;
    private final Commitment commitment;
    private final Expected expected = new Expected();
    private int images;

    /// @param bug what the storage does wrong, and must show
    ImageRound(Budget budget, long seed, Path directory, ImageTally tally, ShadowStorage.Bug bug) throws IOException {
        this.budget = budget;
        this.seed = seed;
        this.random = new Random(seed);
        this.directory = directory;
        this.tally = tally;
        this.live = Files.createDirectories(directory.resolve("live"));
        this.storage = new ShadowStorage(this::aroundForce, bug);
        this.bug = bug;
        boolean each = bug == ShadowStorage.Bug.EARLY_WATERMARK || random.nextBoolean();
        this.commitment = each ? Commitment.EACH_BATCH : Commitment.ON_REQUEST;
    }

    void run() throws IOException {
        try (Workload workload =
                Workload.open(new CrashSite(live, storage), commitment, expected.ticks(), seed, expected)) {
            for (int step = 0; step < STEPS_A_SITE && goesOn(); step++) {
                workload.step();
                if (random.nextInt(STEPS_BETWEEN) == 0) {
                    fail();
                }
            }
        }
        Scratch.delete(live);
    }

    private boolean goesOn() {
        boolean longer = bug != ShadowStorage.Bug.NONE || !budget.spent() || images == 0;
        return longer && !tally.hasEnough();
    }

    private void aroundForce() throws IOException {
        int between = bug == ShadowStorage.Bug.EARLY_WATERMARK ? FORCES_BETWEEN_PLANTED : FORCES_BETWEEN;
        if (random.nextInt(between) == 0 && goesOn()) {
            fail();
        }
    }

    /// Lets the power fail at this moment, in several ways.
    private void fail() throws IOException {
        PageImage image = PageImage.of(live, storage.shadows(), new StateLayout(live.resolve("state")).lock());
        for (int i = 0; i < IMAGES_A_MOMENT && goesOn() && image.dirtyFiles() > 0; i++) {
            Path target = Files.createDirectories(directory.resolve("image-" + seed + "-" + images));
            boolean bySector = image.write(target, random);
            CrashSite site = new CrashSite(target);
            Oracle.Verdict verdict = images % TWICE_EVERY == 0
                    ? Oracle.check(site, expected.copy(), Loss.POWER)
                    : Oracle.checkOnce(site, expected.copy(), Loss.POWER);
            images++;
            String tried = target.getFileName() + " after " + expected.steps() + " steps";
            tally.take(bySector, image.dirtyFiles(), tried, verdict);
            if (verdict.faults().isEmpty()) {
                Scratch.delete(target);
            }
        }
    }
}
