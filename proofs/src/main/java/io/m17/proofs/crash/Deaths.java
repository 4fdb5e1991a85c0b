package io.m17.proofs.crash;

import io.m17.journal.KillPoint;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/// Lets children die at kill points, on one ground, and checks what each leaves. Confined to one thread.
final class Deaths {
    private static final int STEPS = 2_500;
    private static final int PUBLISH_EVERY = 400;
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
    private static final List<KillPoint> TEARING = List.of(KillPoint.SLOT_CHECK_STORED, KillPoint.SLOT_STORED);

    private final VictimClasses classes;
    private final Ground ground;
    private final CrashTally tally;
    private final Flaw flaw;

    Deaths(VictimClasses classes, Ground ground, CrashTally tally, Flaw flaw) {
        this.classes = classes;
        this.ground = ground;
        this.tally = tally;
        this.flaw = flaw;
    }

    /// Whether the child died there; one that never gets there a first time is a failure.
    boolean die(Rounds.Try at) throws IOException, InterruptedException {
        if (CREATION.contains(at.point()) && at.count() == 1) {
            ground.renew();
        }
        // Not everything that is spoilt needs every step of a recovery.
        int attempts = RECOVERY.contains(at.point()) && at.count() == 1 ? SPOILT_ATTEMPTS : 1;
        boolean died = false;
        for (int attempt = 0; attempt < attempts && !died; attempt++) {
            died = attempt(at, at.seed() + attempt);
        }
        if (!died && at.count() == 1) {
            tally.fail(at + " was not reached [seed=" + at.seed() + "]");
        }
        return died;
    }

    private boolean attempt(Rounds.Try at, long seed) throws IOException, InterruptedException {
        if (RECOVERY.contains(at.point())) {
            spoil(seed);
        }
        long before = ground.expected().steps();
        boolean died = run(at.toString(), seed);
        if (died) {
            tally.crashed(ground.expected().steps() - before);
        }
        tally.take(at + " seed=" + seed, ground.check(Loss.PROCESS));
        return died;
    }

    private boolean run(String kill, long seed) throws IOException, InterruptedException {
        VictimProcess.Order order = new VictimProcess.Order(
                ground.site(),
                seed,
                STEPS,
                PUBLISH_EVERY,
                kill,
                Commitment.ON_REQUEST,
                ground.expected().ticks().now(),
                flaw);
        try (VictimProcess victim = VictimProcess.start(classes, order, ground.directory())) {
            victim.follow(ground.expected(), Long.MAX_VALUE);
            boolean died = victim.wasKilled();
            String words = victim.lastWords();
            if (!died && !words.startsWith("exit=0 ")) {
                tally.fail(kill + " seed=" + seed + ": the victim failed: " + words);
            }
            ground.expected().killed();
            return died;
        }
    }

    /// Leaves a crashed site in which a slot is torn and a record is missing among others that were never forced.
    private void spoil(long seed) throws IOException, InterruptedException {
        Random random = new Random(seed);
        KillPoint tearing = TEARING.get(random.nextInt(TEARING.size()));
        run(tearing + ":" + (100 + random.nextInt(500)), seed + 1);
        try (Stream<Path> logs = Files.list(ground.site().logs())) {
            List<Path> fixed = logs.filter(
                            log -> LogWork.isFixed(log.getFileName().toString()))
                    .sorted()
                    .toList();
            takeRecord(ground.expected(), fixed.getLast());
        }
    }

    /// Takes a record out of the middle of those that no force has reached, as a power loss would.
    static void takeRecord(Expected expected, Path log) throws IOException {
        String name = log.getFileName().toString();
        Expected.Count count = expected.count(name);
        long number = count.durable + 1 + (count.acknowledged - count.durable) / 2;
        if (count.acknowledged - count.durable < 3 || number >= count.acknowledged) {
            return;
        }
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "rw")) {
            file.seek(CrashSite.fixedOffset(number));
            file.write(new byte[CrashSite.fixedBodyBytes() + Integer.BYTES]);
        }
        expected.spoil(name, number);
    }
}
