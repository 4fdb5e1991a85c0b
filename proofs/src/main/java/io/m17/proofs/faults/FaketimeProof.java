package io.m17.proofs.faults;

import io.m17.proofs.Budget;
import io.m17.proofs.Outcome;
import io.m17.proofs.PlantedBug;
import io.m17.proofs.Proof;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Claim: as [ClockProof], on the real daemon: a wall clock that jumps while it works (back an hour, forward a day; set
/// by `libfaketime`, the monotonic clock stays) loses no fill, refuses none, lets no version fall, and ends in the same
/// content; `window_lag` goes with the clock and ends at zero.
public final class FaketimeProof implements Proof {
    private static final List<Integer> JUMPS_S = List.of(-3_600, 86_400, -7_200);

    @Override
    public String name() {
        return "clock-daemon";
    }

    @Override
    public String unit() {
        return "clocks set";
    }

    @Override
    public int weight() {
        return 1;
    }

    @Override
    public int longWeight() {
        return 2;
    }

    @Override
    public Outcome run(Budget budget) throws Exception {
        Optional<Path> library = library();
        if (library.isEmpty()) {
            return Outcome.skipped("libfaketime is not here; install faketime");
        }
        SampleDay day = SampleDay.of(budget);
        List<String> failures = new ArrayList<>();
        boolean found = false;
        int count = 0;
        do {
            Path directory = Files.createDirectories(budget.scratch().resolve("run-" + count));
            int jumpS = JUMPS_S.get(count % JUMPS_S.size());
            try (ClockTrial trial = ClockTrial.start(directory, day, library.get())) {
                found = found || trial.findsAContraryLag(jumpS);
                trial.run(jumpS).forEach(failure -> failures.add(failure + " [jump_s=" + jumpS + "]"));
            }
            count++;
        } while (failures.isEmpty() && !budget.spent());
        return Outcome.of(count, failures, List.of(new PlantedBug("a lag that goes the other way", found)));
    }

    private static Optional<Path> library() {
        return Stream.of("/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/lib64")
                .map(directory -> Path.of(directory, "faketime", "libfaketimeMT.so.1"))
                .filter(Files::exists)
                .findFirst();
    }
}
