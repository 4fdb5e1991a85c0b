package io.m17.proofs.corruption;

import io.m17.proofs.Budget;
import io.m17.proofs.Lanes;
import io.m17.proofs.Outcome;
import io.m17.proofs.PlantedBug;
import io.m17.proofs.Proof;
import io.m17.proofs.StateImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Flipped bits, cut, lengthened and exchanged files of every kind: found, never served, mended.
public final class CorruptionProof implements Proof {
    /// From here on a second copy of the state is worth its making.
    private static final Duration LONG = Duration.ofMinutes(1);

    @Override
    public String name() {
        return "flips";
    }

    @Override
    public String unit() {
        return "damaged files";
    }

    @Override
    public int weight() {
        return 4;
    }

    @Override
    public int longWeight() {
        return 9;
    }

    @Override
    public Outcome run(Budget budget) throws Exception {
        Path directory = Files.createDirectories(budget.scratch());
        SealedState state = SealedState.create(directory.resolve("sealed"), budget.seed());
        StateImage image = StateImage.of(state.layout().root());
        List<Map<String, FileTally>> lanes = budget.left().compareTo(LONG) > 0
                ? Lanes.run(budget.seed(), directory, lane -> inCopy(state, image, budget, lane))
                : List.of(new FlipLane(state, image, directory.resolve("repaired"), budget, FlipLane.Part.ALL).run());
        Map<String, FileTally> files = new LinkedHashMap<>();
        lanes.forEach(lane -> lane.forEach((file, tally) -> files.merge(file, tally, FileTally::plus)));
        return outcome(files, new UncheckedSymbols(state, image).isFound());
    }

    private static Map<String, FileTally> inCopy(SealedState original, StateImage image, Budget budget, Lanes.Lane lane)
            throws IOException {
        SealedState copy = original.in(lane.directory().resolve("state"));
        image.restore(copy.layout().root());
        FlipLane.Part part = new FlipLane.Part(lane.number(), Lanes.COUNT);
        return new FlipLane(copy, image, lane.directory().resolve("repaired"), budget, part).run();
    }

    private static Outcome outcome(Map<String, FileTally> files, boolean blindFound) {
        List<String> failures = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        long fewest = files.values().stream().mapToLong(FileTally::flips).min().orElse(0);
        notes.add(String.format(Locale.ROOT, "%d file kinds, at least %,d flips each", files.size(), fewest));
        files.forEach((file, tally) -> {
            failures.addAll(tally.failures());
            notes.add(file + ": " + tally);
        });
        long count = files.values().stream().mapToLong(FileTally::tries).sum();
        return Outcome.of(count, failures, List.of(new PlantedBug("a reader that skips the checksum", blindFound)))
                .withNotes(notes);
    }
}
