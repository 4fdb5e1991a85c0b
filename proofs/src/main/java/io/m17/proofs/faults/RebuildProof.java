package io.m17.proofs.faults;

import io.m17.journal.KillPoint;
import io.m17.ledger.Ledger;
import io.m17.ledger.check.LedgerDigest;
import io.m17.ledger.check.LedgerVerifier;
import io.m17.ledger.session.SessionLedger;
import io.m17.ledger.state.StateLayout;
import io.m17.proofs.Budget;
import io.m17.proofs.Outcome;
import io.m17.proofs.PlantedBug;
import io.m17.proofs.Proof;
import io.m17.proofs.Scratch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Claim: a process may die anywhere in the rebuild of a lost ledger file; the next opening ends in the same ledger,
/// with what was cleared and retired. A child dies at each [KillPoint] that a rebuild comes to.
public final class RebuildProof implements Proof {
    private static final int KILLED = 128 + 9;

    /// The points, and how often a rebuild comes to them at least.
    private static final Map<KillPoint, Integer> POINTS = new EnumMap<>(Map.ofEntries(
            Map.entry(KillPoint.MATRIX_CREATED, 2),
            Map.entry(KillPoint.MATRIX_MARKED_OPEN, 2),
            Map.entry(KillPoint.LIST_ALLOCATED, 2),
            Map.entry(KillPoint.LIST_ROWS_STORED, 2),
            Map.entry(KillPoint.LIST_PUBLISHED, 2),
            Map.entry(KillPoint.SLOT_SWAPPED, 800),
            Map.entry(KillPoint.SLOT_CHECK_STORED, 800),
            Map.entry(KillPoint.SLOT_STORED, 800),
            Map.entry(KillPoint.SLOT_CLAIMED, 400),
            Map.entry(KillPoint.SLOT_FILLED, 400),
            Map.entry(KillPoint.SLOT_BLANKED, 4),
            Map.entry(KillPoint.SLOT_COUNTED, 400),
            Map.entry(KillPoint.MATRIX_FORCED, 1)));

    @Override
    public String name() {
        return "rebuild";
    }

    @Override
    public String unit() {
        return "deaths";
    }

    @Override
    public int weight() {
        return 2;
    }

    @Override
    public int longWeight() {
        return 1;
    }

    @Override
    public Outcome run(Budget budget) throws Exception {
        try (Scratch scratch = Scratch.of(budget, name())) {
            Path directory = scratch.directory();
            Beginning lost = Beginning.all(directory.resolve("beginnings")).getLast();
            Random random = new Random(budget.seed());
            List<String> failures = new ArrayList<>();
            lost.image().restore(directory.resolve("sound"));
            String digest = check(lost, directory.resolve("sound"), "nowhere", failures);
            List<KillPoint> points = List.copyOf(POINTS.keySet());
            long deaths = 0;
            do {
                KillPoint point = points.get(Math.toIntExact(deaths % points.size()));
                String kill = point + ":" + (1 + random.nextInt(POINTS.getOrDefault(point, 1)));
                Path state = directory.resolve("state");
                lost.image().restore(state);
                die(state, budget.scratch().resolve("child"), kill, failures);
                if (!check(lost, state, kill, failures).equals(digest)) {
                    failures.add("killed at " + kill + ": the digest is another");
                }
                deaths++;
            } while (failures.isEmpty() && !budget.spent());
            PlantedBug unmarked = new PlantedBug("a rebuild without its mark", findsUnmarked(lost, directory, digest));
            return Outcome.of(deaths, failures, List.of(unmarked))
                    .withNotes(List.of(Math.min(deaths, points.size()) + " points"));
        }
    }

    /// Whether it would show that the next opening does not know of the rebuild.
    private static boolean findsUnmarked(Beginning lost, Path directory, String digest) throws Exception {
        Path state = directory.resolve("unmarked");
        List<String> found = new ArrayList<>();
        lost.image().restore(state);
        die(state, directory.resolve("child"), KillPoint.SLOT_FILLED + ":100", found);
        Files.delete(new StateLayout(Script.options(state).stateDir()).unfinished(Script.DAY));
        return !check(lost, state, "SLOT_FILLED", found).equals(digest) && !found.isEmpty();
    }

    private static void die(Path state, Path output, String kill, List<String> failures) throws Exception {
        try (M17Process child = M17Process.start(
                output,
                List.of(),
                Map.of("JDK_JAVA_OPTIONS", "-Dm17.kill=" + kill),
                Rebuilder.class.getName(),
                state.toString())) {
            M17Process.End end = child.end();
            if (end.code() != KILLED) {
                failures.add(kill + " was not reached [code=" + end.code() + ", err=" + end.err() + "]");
            }
        }
    }

    /// Opens what is there, and checks it; the digest.
    private static String check(Beginning lost, Path directory, String kill, List<String> failures) {
        List<String> broken = new ArrayList<>();
        StateLayout layout = new StateLayout(Script.options(directory).stateDir());
        String digest;
        try (Ledger ledger = Ledger.open(Script.options(directory), Script.NOW_NS)) {
            SessionLedger session = ledger.session(Script.DAY);
            lost.promises().on(new FaultyStorage(0, Fault.EIO), broken).check(session);
            digest = LedgerDigest.of(session).toString();
        }
        LedgerVerifier.verify(layout, Script.options(directory))
                .findings()
                .forEach(finding -> broken.add("verify finds a fault [finding=" + finding + "]"));
        if (Files.exists(layout.unfinished(Script.DAY))) {
            broken.add("the rebuild is still marked unfinished");
        }
        broken.forEach(failure -> failures.add("killed at " + kill + ": " + failure));
        return digest;
    }
}
