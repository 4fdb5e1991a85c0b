package io.m17.proofs.faults;

import io.m17.proofs.Budget;
import io.m17.proofs.Outcome;
import io.m17.proofs.PlantedBug;
import io.m17.proofs.Proof;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/// Claim: whichever call to the storage fails, and however, m17 goes on or stops with one line; what it acknowledged is
/// there when it is opened again, and the work done to its end has the same content.
public final class NthCallProof implements Proof {
    private static final long ATTEMPT_LIMIT_MS = TimeUnit.SECONDS.toMillis(60);
    private static final int MOST_FAILURES = 20;

    private record Try(int call, Fault fault) {}

    @Override
    public String name() {
        return "nth-call";
    }

    @Override
    public String unit() {
        return "failed calls";
    }

    @Override
    public int weight() {
        return 2;
    }

    @Override
    public Outcome run(Budget budget) throws Exception {
        Path scratch = Scratch.inMemory(budget);
        try {
            return run(budget, scratch);
        } finally {
            Scratch.delete(scratch);
        }
    }

    private Outcome run(Budget budget, Path scratch) throws Exception {
        FaultyStorage sound = new FaultyStorage(0, Fault.EIO);
        Attempt without = new Attempt(scratch.resolve("sound"), sound);
        String digest = without.run();
        List<String> failures = new ArrayList<>(without.failures());
        List<Try> tries = tries(sound.calls(), new Random(budget.seed()));
        long count = 0;
        do {
            for (Try each : tries) {
                if (failures.size() >= MOST_FAILURES || (count > 0 && budget.spent())) {
                    break;
                }
                fail(scratch.resolve("try"), each, sound.calls(), digest, failures);
                count++;
            }
        } while (failures.isEmpty() && !budget.spent());
        return Outcome.of(
                count,
                failures,
                List.of(new PlantedBug("a failed force that nobody hears of", findsLie(scratch, sound.calls()))));
    }

    /// Every call in every way in which it can fail.
    private static List<Try> tries(List<String> calls, Random random) {
        List<Try> tries = new ArrayList<>();
        for (int call = 1; call <= calls.size(); call++) {
            for (Fault fault : Fault.values()) {
                if (fault != Fault.LIE
                        && (!fault.ofWrites() || calls.get(call - 1).startsWith("write "))) {
                    tries.add(new Try(call, fault));
                }
            }
        }
        Collections.shuffle(tries, random);
        return tries;
    }

    private static boolean findsLie(Path scratch, List<String> calls) throws Exception {
        int call = calls.indexOf("force trade-ledger.dat") + 1;
        Attempt attempt = new Attempt(scratch.resolve("lie"), new FaultyStorage(call, Fault.LIE));
        attempt.run();
        return attempt.failures().stream().anyMatch(failure -> failure.contains("after a force had failed"));
    }

    private static void fail(Path directory, Try each, List<String> calls, String digest, List<String> failures)
            throws Exception {
        Attempt attempt = new Attempt(directory, new FaultyStorage(each.call(), each.fault()));
        List<String> found = new ArrayList<>();
        Thread worker = Thread.ofPlatform().daemon().start(() -> {
            try {
                if (!attempt.run().equals(digest)) {
                    attempt.failures().add("the digest is another");
                }
            } catch (Exception | Error e) {
                attempt.failures().add("it cannot be opened on a sound disk [error=" + e + "]");
            }
        });
        worker.join(ATTEMPT_LIMIT_MS);
        if (worker.isAlive()) {
            found.add("it does not end [at=" + List.of(worker.getStackTrace()) + "]");
        } else {
            found.addAll(attempt.failures());
            Scratch.delete(directory);
        }
        String call = calls.get(each.call() - 1);
        found.stream()
                .limit(3)
                .forEach(failure -> failures.add("call " + each.call() + " (" + call + ") " + each.fault()
                        + ", ended with " + attempt.error() + ": " + failure));
    }
}
