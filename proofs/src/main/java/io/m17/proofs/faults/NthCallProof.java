package io.m17.proofs.faults;

import io.m17.proofs.Budget;
import io.m17.proofs.Lanes;
import io.m17.proofs.Outcome;
import io.m17.proofs.PlantedBug;
import io.m17.proofs.Proof;
import io.m17.proofs.Scratch;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Claim: whichever call to the storage fails, and however, m17 goes on or stops with one line; what it acknowledged is
/// there when it is opened again, and the work done to its end has the same content. The calls are those of a script
/// that begins with nothing, after crashes, with damaged files and without a ledger file.
public final class NthCallProof implements Proof {
    private static final long ATTEMPT_LIMIT_MS = TimeUnit.SECONDS.toMillis(60);
    private static final int MOST_FAILURES = 20;

    /// From here on the sweep is done to its end, however long it takes.
    private static final Duration LONG = Duration.ofMinutes(1);

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
        return 3;
    }

    @Override
    public int longWeight() {
        return 5;
    }

    @Override
    public Outcome run(Budget budget) throws Exception {
        try (Scratch scratch = Scratch.of(budget, name())) {
            return run(budget, scratch.directory());
        }
    }

    private static Outcome run(Budget budget, Path scratch) throws Exception {
        boolean isLong = budget.left().compareTo(LONG) > 0;
        List<String> failures = new ArrayList<>();
        Map<Beginning, List<String>> calls = new LinkedHashMap<>();
        String digest = "";
        List<Beginning> beginnings = Beginning.all(scratch.resolve("beginnings"));
        for (Beginning beginning : beginnings) {
            FaultyStorage sound = new FaultyStorage(0, Fault.EIO);
            Attempt without = new Attempt(beginning, scratch.resolve("sound"), sound);
            String found = without.run();
            without.failures().forEach(failure -> failures.add(beginning.name() + ", no fault: " + failure));
            digest = digest.isEmpty() ? found : digest;
            if (!found.equals(digest)) {
                failures.add(beginning.name() + ", no fault: the digest is another");
            }
            calls.put(beginning, sound.calls());
        }
        Sweep sweep = new Sweep(calls, new Random(budget.seed()));
        String due = digest;
        List<Lane> lanes = Lanes.run(
                budget.seed(), scratch, lane -> new Lane(sweep, due).run(isLong ? null : budget, lane.directory()));
        lanes.forEach(lane -> failures.addAll(lane.failures));
        boolean lieFound = findsLie(beginnings.getFirst(), scratch, calls);
        return Outcome.of(
                        lanes.stream().mapToLong(lane -> lane.count).sum(),
                        failures,
                        List.of(new PlantedBug("a failed force that nobody hears of", lieFound)))
                .withNotes(sweep.coverage());
    }

    private static boolean findsLie(Beginning nothing, Path scratch, Map<Beginning, List<String>> calls)
            throws Exception {
        int call = calls.getOrDefault(nothing, List.of()).indexOf("force trade-ledger.dat") + 1;
        Attempt attempt = new Attempt(nothing, scratch.resolve("lie"), new FaultyStorage(call, Fault.LIE));
        attempt.run();
        return attempt.failures().stream().anyMatch(failure -> failure.contains("after a force had failed"));
    }

    /// Takes tries from the sweep until there are no more, or no more time. Confined to one thread.
    private static final class Lane {
        private final Sweep sweep;
        private final String digest;
        private final List<String> failures = new ArrayList<>();
        private long count;

        Lane(Sweep sweep, String digest) {
            this.sweep = sweep;
            this.digest = digest;
        }

        /// @param budget when to end before the sweep does; null for never
        Lane run(@Nullable Budget budget, Path directory) throws Exception {
            Optional<Sweep.Try> next = sweep.next();
            while (next.isPresent() && failures.size() < MOST_FAILURES) {
                fail(directory.resolve("try-" + count), next.get());
                sweep.done(next.get());
                count++;
                next = budget != null && budget.spent() ? Optional.empty() : sweep.next();
            }
            return this;
        }

        private void fail(Path directory, Sweep.Try each) throws Exception {
            Attempt attempt = new Attempt(each.beginning(), directory, new FaultyStorage(each.call(), each.fault()));
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
            found.stream()
                    .limit(3)
                    .forEach(failure -> failures.add("after " + each.beginning().name() + ", call " + each.call() + " ("
                            + sweep.name(each) + ") " + each.fault() + ", ended with " + attempt.error() + ": "
                            + failure));
        }
    }
}
