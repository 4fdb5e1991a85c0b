package io.m17.proofs.fuzz;

import io.m17.proofs.Budget;
import io.m17.proofs.Outcome;
import io.m17.proofs.PlantedBug;
import io.m17.proofs.Proof;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/// Decoders against inputs that nobody wrote. For seconds, mutated seeds in this process; in a long run also Jazzer,
/// which is guided by the branches that an input reaches, in a process of its own a decoder.
public final class FuzzProof implements Proof {
    private static final Duration LONG_RUN = Duration.ofMinutes(1);
    private static final long SECONDS_A_DECODER = 30;
    private static final int PLANTED_TRIES = 20_000;

    @Override
    public String name() {
        return "fuzz";
    }

    @Override
    public String unit() {
        return "inputs";
    }

    @Override
    public int weight() {
        return 3;
    }

    @Override
    public int longWeight() {
        return 2;
    }

    @Override
    public Outcome run(Budget budget) throws Exception {
        Path directory = Targets.directory(Files.createDirectories(budget.scratch()));
        List<Target> targets = Targets.all(directory);
        List<PlantedBug> planted = planted(budget.seed());
        List<String> failures = new ArrayList<>();
        boolean guided = budget.left().compareTo(LONG_RUN) > 0;
        long deadlineNs =
                guided ? System.nanoTime() + budget.left().dividedBy(3).toNanos() : budget.deadlineNs();
        long count = mutate(targets, new Budget(deadlineNs, budget.seed(), budget.scratch()), failures);
        if (guided) {
            count += guided(targets, budget, failures);
        }
        Targets.remove(directory);
        return Outcome.of(count, failures, planted);
    }

    /// Runs Jazzer on as many decoders as there is time for, chosen by the seed.
    private static long guided(List<Target> targets, Budget budget, List<String> failures)
            throws IOException, InterruptedException {
        List<Target> chosen = new ArrayList<>(targets);
        Collections.shuffle(chosen, new Random(budget.seed()));
        int affordable = Math.toIntExact(Math.clamp(budget.leftSeconds() / SECONDS_A_DECODER, 1, chosen.size()));
        JazzerRun jazzer = new JazzerRun(budget);
        long count = 0;
        for (int i = 0; i < affordable; i++) {
            count += jazzer.run(chosen.get(i), affordable - i, failures);
        }
        return count;
    }

    /// Tries all decoders in turns until the budget is spent; one that failed is left out.
    private static long mutate(List<Target> targets, Budget budget, List<String> failures) {
        Trial trial = new Trial(Trial.MOST_ALLOCATED_BYTES);
        Map<Target, Mutator> open = new LinkedHashMap<>();
        for (Target target : targets) {
            open.put(
                    target,
                    new Mutator(target.seeds(), budget.seed() ^ target.name().hashCode()));
            target.seeds().forEach(seed -> trial.run(target, seed).ifPresent(failures::add));
        }
        long count = 0;
        while (!open.isEmpty() && (count == 0 || !budget.spent())) {
            for (Target target : List.copyOf(open.keySet())) {
                Optional<String> wrong = trial.run(target, input(open, target));
                count++;
                wrong.ifPresent(what -> {
                    failures.add(what);
                    open.remove(target);
                });
            }
        }
        return count;
    }

    private static byte[] input(Map<Target, Mutator> open, Target target) {
        Mutator mutator = open.get(target);
        if (mutator == null) {
            throw new IllegalStateException("a decoder without inputs [target=" + target.name() + "]");
        }
        return mutator.next();
    }

    private static List<PlantedBug> planted(long seed) {
        Trial trial = new Trial(Trial.MOST_ALLOCATED_BYTES);
        List<PlantedBug> planted = new ArrayList<>();
        for (Target target : PlantedTargets.all()) {
            Mutator mutator = new Mutator(target.seeds(), seed);
            boolean found = false;
            for (int i = 0; i < PLANTED_TRIES && !found; i++) {
                found = trial.run(target, mutator.next()).isPresent();
            }
            planted.add(new PlantedBug(target.name(), found));
        }
        return planted;
    }
}
