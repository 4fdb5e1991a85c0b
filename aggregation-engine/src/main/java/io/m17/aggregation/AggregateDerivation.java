package io.m17.aggregation;

import io.m17.ledger.session.SessionLedger;
import io.m17.market.artifact.AggregateColumns;
import io.m17.market.column.Schema;
import io.m17.publication.ArtifactReaders;
import io.m17.publication.Derivation;
import io.m17.publication.Lineage;

/// The six aggregate columns from `trade_ref`, `aggressor_ref` and, on chains, `greeks_ref`.
record AggregateDerivation() implements Derivation {
    @Override
    public String name() {
        return "aggregation";
    }

    @Override
    public Lineage lineage() {
        return Lineage.ROLLING;
    }

    @Override
    public Schema schema() {
        return AggregateColumns.SCHEMA;
    }

    @Override
    public Worker newWorker(SessionLedger session, ArtifactReaders readers, long nowNs) {
        return new AggregateWorker(session, readers, nowNs);
    }
}
