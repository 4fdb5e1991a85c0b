package io.m17.nbbo;

import io.m17.ledger.SlotColumn;
import io.m17.ledger.session.SessionLedger;
import io.m17.market.artifact.AggressorColumns;
import io.m17.market.column.Schema;
import io.m17.publication.ArtifactReaders;
import io.m17.publication.Derivation;
import java.util.List;

/// `aggressor_ref` from `trade_ref` and `quote_ref`.
record AggressorDerivation(AggressorPolicy policy) implements Derivation {
    @Override
    public String name() {
        return "nbbo";
    }

    @Override
    public List<SlotColumn> outputs() {
        return List.of(SlotColumn.AGGRESSOR);
    }

    @Override
    public Schema schema() {
        return AggressorColumns.SCHEMA;
    }

    @Override
    public long changes(SessionLedger session, int symbolId) {
        return session.changes(SlotColumn.TRADE, symbolId)
                + session.changes(SlotColumn.QUOTE, symbolId)
                + session.changes(SlotColumn.AGGRESSOR, symbolId);
    }

    @Override
    public Worker newWorker(SessionLedger session, ArtifactReaders readers, long nowNs) {
        return new AggressorWorker(session, readers, policy, nowNs);
    }
}
