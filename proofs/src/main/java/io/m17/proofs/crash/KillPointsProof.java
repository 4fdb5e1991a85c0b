package io.m17.proofs.crash;

import io.m17.journal.KillPoint;
import io.m17.proofs.Budget;
import io.m17.proofs.Outcome;
import io.m17.proofs.Proof;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/// A process may die between any two steps of a write: a child dies at every [KillPoint], the first time it gets there,
/// the second time, and some time later.
public final class KillPointsProof implements Proof {
    private static final int STEPS = 2_500;
    private static final int PUBLISH_EVERY = 400;
    private static final int TRIES_A_SITE = 6;
    private static final int LAST_COUNT = 40;
    private static final int MOST_FAILURES = 20;
    private static final int SPOILT_ATTEMPTS = 6;

    /// Reached only where there is something to recover.
    private static final Set<KillPoint> RECOVERY = EnumSet.of(
            KillPoint.RECORD_VOIDED,
            KillPoint.TAIL_CUT,
            KillPoint.RECOVERY_FORCED,
            KillPoint.RECOVERY_MARKED,
            KillPoint.SEGMENT_CUT,
            KillPoint.SEGMENT_RECOVERED,
            KillPoint.SLOT_MENDED,
            KillPoint.SUMMARY_MENDED);

    /// Reached only where a state directory or a session is new.
    private static final Set<KillPoint> CREATION = EnumSet.of(
            KillPoint.SESSION_MAPS_OPENED,
            KillPoint.MATRIX_CREATED,
            KillPoint.LIST_ALLOCATED,
            KillPoint.LIST_ROWS_STORED,
            KillPoint.LIST_PUBLISHED);

    /// Leave a slot, a record or a frame torn.
    private static final List<KillPoint> TEARING = List.of(KillPoint.SLOT_PAYLOAD_STORED, KillPoint.SLOT_STORED);

    @Override
    public String name() {
        return "kill-points";
    }

    @Override
    public String unit() {
        return "deaths";
    }

    @Override
    public int weight() {
        return 2;
    }

    /// A point and the how manieth time.
    private record Try(KillPoint point, int count) {
        @Override
        public String toString() {
            return point + ":" + count;
        }
    }

    @Override
    public Outcome run(Budget budget) throws Exception {
        Random random = new Random(budget.seed());
        List<String> failures = new ArrayList<>();
        long deaths;
        try (Scratch scratch = Scratch.of(budget, name())) {
            VictimClasses classes = VictimProcess.prepare(scratch.directory());
            deaths = die(budget, random, new Ground(scratch.directory(), TRIES_A_SITE), classes, failures);
            if (!failures.isEmpty()) {
                failures.add("see " + scratch.directory());
                scratch.keep();
            }
        }
        return Outcome.of(deaths, failures);
    }

    private static long die(Budget budget, Random random, Ground ground, VictimClasses classes, List<String> failures)
            throws IOException, InterruptedException {
        long deaths = 0;
        do {
            for (Try each : round(random)) {
                deaths += die(classes, ground, each, random.nextLong(), failures) ? 1 : 0;
                if (budget.spent() || failures.size() >= MOST_FAILURES) {
                    break;
                }
            }
        } while (!budget.spent() && failures.size() < MOST_FAILURES);
        VictimProcess.crashReports(ground.directory()).forEach(report -> failures.add("a JVM crashed: " + report));
        return deaths;
    }

    /// Every point once and for all, then every point a second and a later time.
    private static List<Try> round(Random random) {
        List<Try> first = new ArrayList<>();
        List<Try> later = new ArrayList<>();
        for (KillPoint point : KillPoint.values()) {
            first.add(new Try(point, 1));
            later.add(new Try(point, 2));
            later.add(new Try(point, 3 + random.nextInt(LAST_COUNT)));
        }
        Collections.shuffle(first, random);
        Collections.shuffle(later, random);
        first.addAll(later);
        return first;
    }

    private static boolean die(VictimClasses classes, Ground ground, Try each, long seed, List<String> failures)
            throws IOException, InterruptedException {
        if (CREATION.contains(each.point()) && each.count() == 1) {
            ground.renew();
        }
        // Not everything that is spoilt needs every step of a recovery.
        int attempts = RECOVERY.contains(each.point()) && each.count() == 1 ? SPOILT_ATTEMPTS : 1;
        boolean died = false;
        for (int attempt = 0; attempt < attempts && !died; attempt++) {
            died = attempt(classes, ground, each, seed + attempt, failures);
        }
        if (!died && each.count() == 1) {
            failures.add(each + " was not reached [seed=" + seed + "]");
        }
        return died;
    }

    private static boolean attempt(VictimClasses classes, Ground ground, Try each, long seed, List<String> failures)
            throws IOException, InterruptedException {
        if (RECOVERY.contains(each.point())) {
            spoil(classes, ground, seed);
        }
        boolean died = run(classes, ground, each.toString(), seed, failures);
        ground.check(Loss.PROCESS).faults().stream()
                .limit(5)
                .forEach(fault -> failures.add(each + " seed=" + seed + ": " + fault));
        return died;
    }

    private static boolean run(VictimClasses classes, Ground ground, String kill, long seed, List<String> failures)
            throws IOException, InterruptedException {
        VictimProcess.Order order = new VictimProcess.Order(
                ground.site(),
                seed,
                STEPS,
                PUBLISH_EVERY,
                kill,
                Commitment.ON_REQUEST,
                ground.expected().ticks().now());
        try (VictimProcess victim = VictimProcess.start(classes, order, ground.directory())) {
            victim.follow(ground.expected(), Long.MAX_VALUE);
            boolean died = victim.wasKilled();
            String words = victim.lastWords();
            if (!died && !words.startsWith("exit=0 ")) {
                failures.add(kill + " seed=" + seed + ": the victim failed: " + words);
            }
            ground.expected().killed();
            return died;
        }
    }

    /// Leaves a crashed site in which a slot is torn and a record is missing among others that were never forced.
    private static void spoil(VictimClasses classes, Ground ground, long seed)
            throws IOException, InterruptedException {
        List<String> ignored = new ArrayList<>();
        Random random = new Random(seed);
        KillPoint tearing = TEARING.get(random.nextInt(TEARING.size()));
        run(classes, ground, tearing + ":" + (100 + random.nextInt(500)), seed + 1, ignored);
        try (Stream<Path> logs = Files.list(ground.site().logs())) {
            List<Path> fixed = logs.filter(
                            log -> LogWork.isFixed(log.getFileName().toString()))
                    .sorted()
                    .toList();
            takeRecord(ground.expected(), fixed.getLast());
        }
    }

    private static void takeRecord(Expected expected, Path log) throws IOException {
        String name = log.getFileName().toString();
        Expected.Count count = expected.count(name);
        if (count.acknowledged - count.durable < 3) {
            return;
        }
        long number = count.durable + 1 + (count.acknowledged - count.durable) / 2;
        if (number >= count.acknowledged) {
            return;
        }
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "rw")) {
            file.seek(CrashSite.fixedOffset(number));
            file.write(new byte[CrashSite.fixedBodyBytes() + Integer.BYTES]);
        }
        expected.spoil(name);
    }
}
