package io.m17.publication;

import io.m17.ledger.SlotColumn;
import io.m17.ledger.session.SessionLedger;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which derived columns are up to date with all that they follow from: the change sequences of their inputs and the
/// configuration of their engine, of which the ledger keeps a sum an instrument. One a process; thread-safe.
public final class Reconciliation {
    private final List<Derivation> derivations;
    private final Map<Lineage, Derivation> byLineage = new EnumMap<>(Lineage.class);

    /// @param derivations one a lineage at most
    public Reconciliation(List<Derivation> derivations) {
        this.derivations = List.copyOf(derivations);
        for (Derivation derivation : derivations) {
            if (byLineage.put(derivation.lineage(), derivation) != null) {
                throw new IllegalArgumentException(
                        "two engines derive the same columns [lineage=" + derivation.lineage() + "]");
            }
        }
    }

    /// In the order in which they were given.
    public List<Derivation> derivations() {
        return derivations;
    }

    /// What a column is reconciled with when its engine has looked at everything up to now.
    long due(Lineage lineage, SessionLedger session, int symbolId) {
        Derivation derivation = byLineage.get(lineage);
        int policy = derivation == null ? 0 : derivation.policy(session, symbolId);
        return lineage.changes(session, symbolId) + Integer.toUnsignedLong(policy);
    }

    /// Whether the engine has looked at the instrument since anything changed.
    public boolean isDone(Lineage lineage, SessionLedger session, int symbolId) {
        return session.reconciled(lineage.outputs().getFirst(), symbolId) == due(lineage, session, symbolId);
    }

    /// Whether that is so of every derived column among the inputs, as far as it is expected.
    boolean inputsDone(Lineage lineage, SessionLedger session, int symbolId) {
        for (SlotColumn column : lineage.inputs()) {
            Optional<Lineage> input = Lineage.of(column);
            if (input.isPresent() && session.expects(symbolId, column) && !isDone(input.get(), session, symbolId)) {
                return false;
            }
        }
        return true;
    }
}
