package io.m17.proofs.faults;

import io.m17.ledger.Slot;
import io.m17.proofs.Budget;
import io.m17.proofs.LoopDisk;
import io.m17.proofs.Outcome;
import io.m17.proofs.PlantedBug;
import io.m17.proofs.Proof;
import io.m17.proofs.Scratch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/// Claim: when the disk is full, m17 says so in one line and ends with an exit code that says it is not done; once
/// there is space it goes on from there to the same content, and nothing that was filled is lost. All engines on a
/// simulated day, on a real ext4; the disk fills up at a random point from the very start to the last artifact.
public final class DiskFullProof implements Proof {
    private static final long DISK_BYTES = 96L << 20;
    private static final long NEEDED_BYTES = 12L << 20;
    private static final long NOTHING_BYTES = 64L << 10;

    @Override
    public String name() {
        return "disk-full";
    }

    @Override
    public String unit() {
        return "full disks";
    }

    @Override
    public int weight() {
        return 1;
    }

    @Override
    public Outcome run(Budget budget) throws Exception {
        List<String> why = new ArrayList<>();
        Optional<LoopDisk> mounted = LoopDisk.mount(budget.scratch(), DISK_BYTES, why);
        if (mounted.isEmpty()) {
            return Outcome.skipped("a loop-mounted ext4 cannot be had here: " + String.join(" ", why));
        }
        try (LoopDisk disk = mounted.get()) {
            SampleDay day = SampleDay.of(budget);
            Random random = new Random(budget.seed());
            List<String> failures = new ArrayList<>();
            long count = 0;
            do {
                // Now the very start, now anywhere.
                long left = count % 3 == 1 ? NOTHING_BYTES : random.nextLong(NOTHING_BYTES, NEEDED_BYTES);
                fill(budget.scratch().resolve("run-" + count), disk, day, day, left, failures);
                count++;
            } while (failures.isEmpty() && !budget.spent());
            List<String> found = new ArrayList<>();
            fill(budget.scratch().resolve("planted"), disk, day, day.withoutCurves(), NOTHING_BYTES, found);
            PlantedBug planted = new PlantedBug("an engine that does not go on", !found.isEmpty());
            return Outcome.of(count, failures, List.of(planted));
        }
    }

    /// @param later the day as the process finds it that goes on when there is space
    private static void fill(
            Path logs, LoopDisk disk, SampleDay day, SampleDay later, long leftBytes, List<String> failures)
            throws Exception {
        Path state = disk.path().resolve("state");
        Path balloon = disk.leave(leftBytes);
        M17Process.End full = M17Process.run(logs.resolve("full"), day.toTheEnd(state));
        String tried = "[left_bytes=" + leftBytes + ", " + full + "]";
        if (full.crashed() || (full.code() != 0 && full.code() != 1 && full.code() != 3)) {
            failures.add("a full disk ended the process otherwise than by 1 or 3 " + tried);
        }
        boolean said = full.code() == 0
                || (full.complaint() + full.out()).contains("space")
                || (full.complaint() + full.out()).contains("disk is full");
        if (!said) {
            failures.add("it does not say that the disk is full " + tried + " out=" + full.out());
        }
        Map<String, Slot> before =
                Files.exists(state.resolve("symbol-map.bin")) && full.code() != 3 ? SampleDay.filled(state) : Map.of();
        Files.delete(balloon);
        M17Process.End freed = M17Process.run(logs.resolve("freed"), later.toTheEnd(state));
        if (freed.code() != 0) {
            failures.add("it does not go on when there is space " + tried + " then " + freed + " " + freed.out());
            return;
        }
        SampleDay.lost(before, SampleDay.filled(state)).forEach(each -> failures.add(each + " " + tried));
        if (!SampleDay.digest(state).equals(day.digest())) {
            failures.add("the digest is another " + tried);
        }
        Scratch.delete(state);
    }
}
