package io.m17.aggregation;

import io.m17.ledger.session.SessionLedger;
import io.m17.market.artifact.AggregateColumns;
import io.m17.market.column.Schema;
import io.m17.publication.ArtifactReaders;
import io.m17.publication.Derivation;
import io.m17.publication.Lineage;

/// The six aggregate columns from `trade_ref`, `aggressor_ref` and, on chains, `greeks_ref`.
record AggregateDerivation(AggregationPolicy policy) implements Derivation {
    private static final int PART_ROWS = 1 << 18;

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
    public int partRows() {
        return PART_ROWS;
    }

    @Override
    public int policy(SessionLedger session, int symbolId) {
        return policy.digest(DayInputs.isChain(session, symbolId));
    }

    @Override
    public Worker newWorker(SessionLedger session, ArtifactReaders readers, long nowNs) {
        return new AggregateWorker(session, readers, policy, nowNs);
    }
}
