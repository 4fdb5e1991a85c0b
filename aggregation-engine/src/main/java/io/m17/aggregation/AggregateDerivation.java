package io.m17.aggregation;

import io.m17.ledger.SlotColumn;
import io.m17.ledger.session.SessionLedger;
import io.m17.market.artifact.AggregateColumns;
import io.m17.market.column.Schema;
import io.m17.publication.ArtifactReaders;
import io.m17.publication.Derivation;
import java.util.List;

/// The six aggregate columns from `trade_ref`, `aggressor_ref` and, on chains, `greeks_ref`.
record AggregateDerivation() implements Derivation {
    @Override
    public String name() {
        return "aggregation";
    }

    @Override
    public List<SlotColumn> outputs() {
        return SlotColumn.AGGREGATES;
    }

    @Override
    public Schema schema() {
        return AggregateColumns.SCHEMA;
    }

    @Override
    public long changes(SessionLedger session, int symbolId) {
        long changes = session.changes(SlotColumn.TRADE, symbolId)
                + session.changes(SlotColumn.AGGRESSOR, symbolId)
                + session.changes(SlotColumn.GREEKS, symbolId);
        for (SlotColumn output : SlotColumn.AGGREGATES) {
            changes += session.changes(output, symbolId);
        }
        return changes;
    }

    @Override
    public Worker newWorker(SessionLedger session, ArtifactReaders readers, long nowNs) {
        return new AggregateWorker(session, readers, nowNs);
    }
}
