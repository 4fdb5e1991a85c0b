package io.m17.proofs.corruption;

import io.m17.proofs.Budget;
import io.m17.proofs.Outcome;
import io.m17.proofs.PlantedBug;
import io.m17.proofs.Proof;
import io.m17.proofs.SparseImage;
import io.m17.proofs.StateImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Flipped bits, cut, lengthened and exchanged files of every kind: found, never served, mended.
public final class CorruptionProof implements Proof {
    private static final int FAILURES_A_FILE = 3;
    private static final int REPAIR_EVERY = 24;
    private static final int REPAIR_SHARE = 3;
    private static final int REFILL_EVERY = 40;

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
    public Outcome run(Budget budget) throws IOException {
        Path directory = Files.createDirectories(budget.scratch());
        SealedState state = SealedState.create(directory.resolve("sealed"), budget.seed());
        Run run = new Run(state, StateImage.of(state.layout().root()), directory.resolve("repaired"), budget);
        run.all();
        return run.outcome();
    }

    /// One run over all kinds of files, in turns.
    private static final class Run {
        private final SealedState state;
        private final StateImage image;
        private final Budget budget;
        private final Repair repair;
        private final List<Subject> subjects;
        private final Map<Subject, Damages> damages = new LinkedHashMap<>();
        private final Map<Subject, List<Object>> before = new LinkedHashMap<>();
        private final Map<Subject, List<String>> failures = new LinkedHashMap<>();
        private long count;
        private final long startNs = System.nanoTime();
        private long repairs;
        private long repairNs;

        Run(SealedState state, StateImage image, Path copies, Budget budget) throws IOException {
            this.state = state;
            this.image = image;
            this.budget = budget;
            this.repair = new Repair(image, state, copies);
            this.subjects = Subjects.of(state);
            for (Subject subject : subjects) {
                SparseImage file = image.of(subject.file());
                damages.put(subject, new Damages(subject, file, swaps(subject), budget.seed() ^ count++));
                before.put(subject, subject.values());
                failures.put(subject, new ArrayList<>());
                subject.faults().forEach(fault -> fail(subject, "undamaged", "verify finds " + fault));
            }
            count = 0;
        }

        /// The same file of another session, or of another kind.
        private List<Damage> swaps(Subject subject) {
            List<Damage> swaps = new ArrayList<>();
            String sibling = subject.file()
                    .replace(state.date().toString(), state.other().toString());
            List<String> others = new ArrayList<>(List.of("symbol-map.bin", "audit.log"));
            subjects.forEach(other -> others.add(other.file()));
            if (image.files().containsKey(Path.of(sibling))) {
                others.add(sibling);
            }
            others.remove(subject.file());
            others.stream()
                    .filter(other -> !other.equals(subject.file()))
                    .forEach(other -> swaps.add(new Damage.Swap(other, image.of(other))));
            return swaps;
        }

        void all() throws IOException {
            for (long round = 0; round == 0 || !budget.spent(); round++) {
                for (Subject subject : subjects) {
                    if (failures.getOrDefault(subject, List.of()).size() < FAILURES_A_FILE) {
                        one(subject, round);
                    }
                }
            }
        }

        private void one(Subject subject, long round) throws IOException {
            Damages next = damages.get(subject);
            List<Object> expected = before.get(subject);
            if (next == null || expected == null) {
                throw new IllegalStateException("a subject was not prepared [file=" + subject.file() + "]");
            }
            Damage damage = next.next();
            count++;
            Path file = state.layout().root().resolve(subject.file());
            damage.apply(file, image.of(subject.file()));
            Optional<String> wrong = Judgement.of(subject, expected);
            boolean affordable = repairNs * REPAIR_SHARE < System.nanoTime() - startNs && !budget.spent();
            boolean repairable =
                    wrong.isEmpty() && affordable && (round % REPAIR_EVERY == 0 || !(damage instanceof Damage.Flip));
            boolean found = repairable && !subject.faults().isEmpty();
            damage.undo(file, image.of(subject.file()));
            wrong.ifPresent(what -> fail(subject, damage.toString(), what));
            if (repairable) {
                long repairStartNs = System.nanoTime();
                repair.run(subject, damage, found, ++repairs % REFILL_EVERY == 0)
                        .filter(what -> !what.isEmpty())
                        .ifPresent(what -> fail(subject, damage.toString(), what));
                repairNs += System.nanoTime() - repairStartNs;
            }
        }

        private void fail(Subject subject, String damage, String what) {
            failures.computeIfAbsent(subject, absent -> new ArrayList<>())
                    .add(subject.file() + " " + damage + ": " + what);
        }

        Outcome outcome() throws IOException {
            List<String> all = failures.values().stream().flatMap(List::stream).toList();
            PlantedBug blind =
                    new PlantedBug("a reader that skips the checksum", new UncheckedSymbols(state, image).isFound());
            return Outcome.of(count, all, List.of(blind));
        }
    }
}
