package io.m17.nbbo;

import io.m17.ledger.session.SessionLedger;
import io.m17.market.artifact.AggressorColumns;
import io.m17.market.column.Schema;
import io.m17.publication.ArtifactReaders;
import io.m17.publication.Derivation;
import io.m17.publication.Lineage;

/// `aggressor_ref` from `trade_ref` and `quote_ref`.
record AggressorDerivation(AggressorPolicy policy) implements Derivation {
    @Override
    public String name() {
        return "nbbo";
    }

    @Override
    public Lineage lineage() {
        return Lineage.SIDE;
    }

    @Override
    public Schema schema() {
        return AggressorColumns.SCHEMA;
    }

    @Override
    public Worker newWorker(SessionLedger session, ArtifactReaders readers, long nowNs) {
        return new AggressorWorker(session, readers, policy, nowNs);
    }
}
