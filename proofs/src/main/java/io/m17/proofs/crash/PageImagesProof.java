package io.m17.proofs.crash;

import io.m17.ledger.state.StateLayout;
import io.m17.proofs.Budget;
import io.m17.proofs.Outcome;
import io.m17.proofs.PlantedBug;
import io.m17.proofs.Proof;
import io.m17.proofs.crash.ShadowStorage.Bug;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Whatever mixture of old and new pages a power failure leaves, in units of 4096 or of 512 bytes and across all files,
/// is recovered: nothing before the watermark is lost, and nothing comes up that was never written.
public final class PageImagesProof implements Proof {
    private static final Logger LOG = LoggerFactory.getLogger(PageImagesProof.class);
    private static final int STEPS_A_SITE = 1_500;
    private static final int IMAGES_A_MOMENT = 4;
    private static final int STEPS_BETWEEN = 25;
    private static final int FORCES_BETWEEN = 12;
    private static final int FORCES_BETWEEN_PLANTED = 3;
    private static final int TWICE_EVERY = 4;
    private static final int MOST_FAILURES = 10;
    private static final int PLANTED_ATTEMPTS = 4;

    @Override
    public String name() {
        return "page-images";
    }

    @Override
    public String unit() {
        return "images";
    }

    @Override
    public int weight() {
        return 3;
    }

    @Override
    public Outcome run(Budget budget) throws Exception {
        Random random = new Random(budget.seed());
        List<String> failures = new ArrayList<>();
        long images = 0;
        long longestNs = 0;
        List<PlantedBug> planted = new ArrayList<>();
        try (Scratch scratch = Scratch.of(budget, name())) {
            planted.add(plant(budget, random, scratch, "a force that writes nothing", Bug.FORGOTTEN_FORCE));
            planted.add(plant(budget, random, scratch, "a watermark before its force", Bug.EARLY_WATERMARK));
            do {
                long seed = random.nextLong();
                Round round = new Round(budget, seed, scratch.directory(), failures, Bug.NONE);
                round.run();
                images += round.images;
                longestNs = Math.max(longestNs, round.longestNs);
            } while (!budget.spent() && failures.size() < MOST_FAILURES);
            if (!failures.isEmpty()) {
                failures.add("see " + scratch.directory());
                scratch.keep();
            }
        }
        LOG.info("images={} longest_recovery_ms={}", images, longestNs / 1_000_000);
        return Outcome.of(images, failures, planted);
    }

    private static PlantedBug plant(Budget budget, Random random, Scratch scratch, String name, Bug bug)
            throws IOException {
        List<String> found = new ArrayList<>();
        for (int attempt = 0; attempt < PLANTED_ATTEMPTS && found.isEmpty(); attempt++) {
            new Round(budget, random.nextLong(), scratch.directory(), found, bug).run();
        }
        return new PlantedBug(name, !found.isEmpty());
    }

    /// One workload from an empty directory on, and the images of its moments.
    private static final class Round {
        private final Budget budget;
        private final long seed;
        private final Random random;
        private final Path directory;
        private final List<String> failures;
        private final Path live;
        private final ShadowStorage storage;
        private final Bug bug;
        private final Commitment commitment;
        private final Expected expected = new Expected();
        private int images;
        private long longestNs;

        Round(Budget budget, long seed, Path directory, List<String> failures, Bug bug) throws IOException {
            this.budget = budget;
            this.seed = seed;
            this.random = new Random(seed);
            this.directory = directory;
            this.failures = failures;
            this.live = Files.createDirectories(directory.resolve("live"));
            this.storage = new ShadowStorage(this::aroundForce, bug);
            this.bug = bug;
            boolean each = bug == Bug.EARLY_WATERMARK || random.nextBoolean();
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
            return bug == Bug.NONE
                    ? (!budget.spent() || images == 0) && failures.size() < MOST_FAILURES
                    : failures.isEmpty();
        }

        private void aroundForce() throws IOException {
            int between = bug == Bug.EARLY_WATERMARK ? FORCES_BETWEEN_PLANTED : FORCES_BETWEEN;
            if (random.nextInt(between) == 0 && goesOn()) {
                fail();
            }
        }

        /// Lets the power fail at this moment, in several ways.
        private void fail() throws IOException {
            PageImage image = PageImage.of(live, storage.shadows(), new StateLayout(live.resolve("state")).lock());
            for (int i = 0; i < IMAGES_A_MOMENT && goesOn() && image.isDirty(); i++) {
                Path target = Files.createDirectories(directory.resolve("image-" + seed + "-" + images));
                image.write(target, random);
                CrashSite site = new CrashSite(target);
                Oracle.Verdict verdict = images % TWICE_EVERY == 0
                        ? Oracle.check(site, expected.copy(), Loss.POWER)
                        : Oracle.checkOnce(site, expected.copy(), Loss.POWER);
                images++;
                longestNs = Math.max(longestNs, verdict.recoveryNs());
                verdict.faults().stream()
                        .limit(3)
                        .forEach(fault ->
                                failures.add(target.getFileName() + " after " + expected.steps() + " steps: " + fault));
                if (verdict.faults().isEmpty()) {
                    Scratch.delete(target);
                }
            }
        }
    }
}
