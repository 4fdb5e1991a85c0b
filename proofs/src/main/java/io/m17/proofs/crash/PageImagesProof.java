package io.m17.proofs.crash;

import io.m17.proofs.Budget;
import io.m17.proofs.Lanes;
import io.m17.proofs.Outcome;
import io.m17.proofs.PlantedBug;
import io.m17.proofs.Proof;
import io.m17.proofs.Scratch;
import io.m17.proofs.crash.ShadowStorage.Bug;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Whatever mixture of old and new pages a power failure leaves, in units of 4096 or of 512 bytes and across all files,
/// is recovered: nothing before the watermark is lost, and nothing comes up that was never written.
public final class PageImagesProof implements Proof {
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
    public int longWeight() {
        return 11;
    }

    @Override
    public Outcome run(Budget budget) throws Exception {
        try (Scratch scratch = Scratch.of(budget, name())) {
            Path sound = Files.createDirectories(scratch.directory().resolve("planted"));
            List<PlantedBug> planted = List.of(
                    plant(budget, sound, "a force that writes nothing", Bug.FORGOTTEN_FORCE),
                    plant(budget, sound, "a watermark before its force", Bug.EARLY_WATERMARK));
            ImageTally all = ImageTally.of(Lanes.run(budget.seed(), scratch.directory(), lane -> images(budget, lane)));
            List<String> failures = new ArrayList<>(all.failures());
            if (!failures.isEmpty()) {
                failures.add("see " + scratch.directory());
                scratch.keep();
            }
            return Outcome.of(all.images(), failures, planted).withNotes(List.of(all.toString()));
        }
    }

    private static PlantedBug plant(Budget budget, Path directory, String name, Bug bug) throws IOException {
        ImageTally found = new ImageTally(1);
        for (int attempt = 0; attempt < PLANTED_ATTEMPTS && !found.hasEnough(); attempt++) {
            new ImageRound(budget, budget.seed() + attempt, directory, found, bug).run();
        }
        return new PlantedBug(name, found.hasEnough());
    }

    private static ImageTally images(Budget budget, Lanes.Lane lane) throws Exception {
        Random random = new Random(lane.seed());
        ImageTally tally = new ImageTally(MOST_FAILURES);
        do {
            new ImageRound(budget, random.nextLong(), lane.directory(), tally, Bug.NONE).run();
        } while (!budget.spent() && !tally.hasEnough());
        return tally;
    }
}
