package io.m17.proofs.corruption;

import io.m17.proofs.Budget;
import io.m17.proofs.StateImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Damages one file of a state after the other, whichever is farthest from what is wanted of it. Confined to one
/// thread.
final class FlipLane {
    private static final int FAILURES_A_FILE = 3;
    private static final int REPAIR_EVERY = 24;
    private static final int REPAIR_SHARE = 4;
    private static final int REFILL_EVERY = 40;

    private final SealedState state;
    private final StateImage image;
    private final Budget budget;
    private final Repair repair;
    private final List<DamagedFile> files = new ArrayList<>();
    private final long startNs = System.nanoTime();
    private long repairs;
    private long repairNs;

    /// Which of the header's bytes a lane turns over: every so manieth.
    record Part(int number, int of) {
        static final Part ALL = new Part(0, 1);

        boolean has(long offset) {
            return offset % of == number;
        }
    }

    FlipLane(SealedState state, StateImage image, Path copies, Budget budget, Part part) throws IOException {
        this.state = state;
        this.image = image;
        this.budget = budget;
        this.repair = new Repair(image, state, copies);
        List<Subject> subjects = Subjects.of(state);
        for (Subject subject : subjects) {
            long seed = budget.seed() + 31L * files.size() + part.number();
            DamagedFile file = new DamagedFile(
                    subject,
                    new Damages(subject, image.of(subject.file()), swaps(subject, subjects), part, seed),
                    part);
            subject.faults().forEach(fault -> file.fail("undamaged", "verify finds " + fault));
            files.add(file);
        }
    }

    /// The same file of another session, or of another kind.
    private List<Damage> swaps(Subject subject, List<Subject> subjects) {
        List<Damage> swaps = new ArrayList<>();
        String sibling =
                subject.file().replace(state.date().toString(), state.other().toString());
        List<String> others = new ArrayList<>(List.of("symbol-map.bin", "audit.log"));
        subjects.forEach(other -> others.add(other.file()));
        if (image.files().containsKey(Path.of(sibling))) {
            others.add(sibling);
        }
        others.stream()
                .filter(other -> !other.equals(subject.file()))
                .forEach(other -> swaps.add(new Damage.Swap(other, image.of(other))));
        return swaps;
    }

    /// Each file once at least, then until the time is spent; what was done, by file.
    Map<String, FileTally> run() throws IOException {
        for (DamagedFile file : files) {
            one(file);
        }
        while (!budget.spent()) {
            Optional<DamagedFile> next = files.stream()
                    .filter(file -> file.failures() < FAILURES_A_FILE)
                    .min(Comparator.comparingDouble(DamagedFile::progress));
            if (next.isEmpty()) {
                break;
            }
            one(next.get());
        }
        Map<String, FileTally> tallies = new LinkedHashMap<>();
        files.forEach(file -> tallies.put(file.subject().file(), file.tally()));
        return tallies;
    }

    private void one(DamagedFile file) throws IOException {
        Subject subject = file.subject();
        Damage damage = file.next();
        Path path = state.layout().root().resolve(subject.file());
        damage.apply(path, image.of(subject.file()));
        Optional<String> wrong = Judgement.of(subject, file.before(), damage);
        boolean affordable = repairNs * REPAIR_SHARE < System.nanoTime() - startNs && !budget.spent();
        boolean due = (file.tries() % REPAIR_EVERY == 1 || !(damage instanceof Damage.Flip)) && isLeastMended(file);
        boolean repairable = wrong.isEmpty() && affordable && due;
        boolean found = repairable && !subject.faults().isEmpty();
        damage.undo(path, image.of(subject.file()));
        wrong.ifPresent(what -> file.fail(damage.toString(), what));
        if (repairable) {
            mend(file, damage, found);
        }
    }

    private boolean isLeastMended(DamagedFile file) {
        return files.stream().noneMatch(other -> other.repairs() < file.repairs());
    }

    private void mend(DamagedFile file, Damage damage, boolean found) throws IOException {
        long repairStartNs = System.nanoTime();
        repair.run(file.subject(), damage, found, ++repairs % REFILL_EVERY == 0)
                .filter(what -> !what.isEmpty())
                .ifPresent(what -> file.fail(damage.toString(), what));
        file.mended();
        repairNs += System.nanoTime() - repairStartNs;
    }
}
