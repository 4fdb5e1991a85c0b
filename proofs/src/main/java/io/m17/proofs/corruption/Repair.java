package io.m17.proofs.corruption;

import io.m17.daemon.Completion;
import io.m17.journal.JournalException;
import io.m17.ledger.Ledger;
import io.m17.ledger.LedgerException;
import io.m17.ledger.check.Finding;
import io.m17.ledger.check.LedgerVerifier;
import io.m17.ledger.check.Verification;
import io.m17.proofs.StateImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Damages one file of a copy of the state, lets m17 mend it, and looks at what is left.
final class Repair {
    /// What m17 may say that it cannot mend: without symbols, or without knowing who holds the lock, nothing is safe.
    private static final Set<String> UNMENDABLE = Set.of("symbol-map.bin", "lock");

    private final StateImage image;
    private final SealedState copy;
    private final Cells before;
    private final Cells refilled;

    /// @param directory where the copies go
    Repair(StateImage image, SealedState original, Path directory) throws IOException {
        this.image = image;
        this.copy = original.in(directory);
        image.restore(copy.layout().root());
        this.before = Cells.of(copy);
        copy.runToEnd();
        this.refilled = Cells.of(copy);
    }

    /// What went wrong, if anything.
    ///
    /// @param found whether the checks of the file alone find the damage
    /// @param refill whether the engines are to fill what was lost
    Optional<String> run(Subject subject, Damage damage, boolean found, boolean refill) throws IOException {
        image.restore(copy.layout().root());
        damage.apply(copy.layout().root().resolve(subject.file()), image.of(subject.file()));
        try {
            return verify(subject, found).or(() -> mend(subject, damage)).or(() -> refill(refill));
        } catch (Refused.UndeclaredException e) {
            return Optional.of("an undeclared exception: " + e.getMessage());
        } catch (RuntimeException e) {
            return Optional.of("an undeclared exception: " + Refused.describe(e));
        }
    }

    private Optional<String> verify(Subject subject, boolean found) {
        Object verified = Refused.or(() -> LedgerVerifier.verify(copy.layout(), copy.options()));
        if (!(verified instanceof Verification verification) || !found) {
            return Optional.empty();
        }
        List<Finding> findings = verification.findings();
        boolean named = findings.stream().anyMatch(finding -> finding.toString().contains(subject.file()));
        return named ? Optional.empty() : Optional.of("verify does not name the file [findings=" + findings + "]");
    }

    private Optional<String> mend(Subject subject, Damage damage) {
        Object opened = Refused.or(this::open);
        if (opened instanceof String refusal) {
            boolean allowed = UNMENDABLE.contains(subject.file()) && !refusal.contains("\n");
            return allowed ? Optional.of("") : Optional.of("m17 does not open: " + refusal);
        }
        Verification verification = LedgerVerifier.verify(copy.layout(), copy.options());
        if (!verification.findings().isEmpty()) {
            return Optional.of("verify finds something after the repair "
                    + verification.findings().getFirst() + ", "
                    + verification.findings().size() + " in all");
        }
        return lost(subject, damage);
    }

    /// Opens for writing and mends all sessions; gives the refusal's message when m17 says that it cannot.
    private Object open() {
        try (Ledger ledger = Ledger.open(copy.options(), SealedState.NOW_NS)) {
            for (LocalDate date : ledger.sessions()) {
                ledger.scrub(date, SealedState.NOW_NS);
            }
            return Optional.empty();
        } catch (LedgerException | JournalException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private Optional<String> lost(Subject subject, Damage damage) {
        List<Cells.Difference> differences = before.differences(Cells.of(copy));
        for (Cells.Difference difference : differences) {
            if (!difference.isLoss()
                    || !subject.columns().contains(difference.was().column())) {
                return Optional.of("a cell changed that does not stand on the file [was=" + difference.was() + ", is="
                        + difference.is() + "]");
            }
        }
        boolean ledger = subject instanceof LedgerSubject;
        return ledger && damage instanceof Damage.Flip && differences.size() > 1
                ? Optional.of("one bit cost " + differences.size() + " cells")
                : Optional.empty();
    }

    private Optional<String> refill(boolean wanted) {
        if (!wanted) {
            return Optional.empty();
        }
        Completion completion = copy.runToEnd();
        Cells now = Cells.of(copy);
        return now.digests().equals(refilled.digests())
                ? Optional.empty()
                : Optional.of("what was lost is not filled again [differences="
                        + refilled.differences(now).size() + ", stuck=" + completion.stuck() + "]");
    }
}
