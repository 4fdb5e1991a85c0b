package io.m17.nbbo;

import io.m17.ledger.session.SessionLedger;
import io.m17.market.artifact.AggressorColumns;
import io.m17.market.column.Schema;
import io.m17.market.instrument.Instrument;
import io.m17.market.instrument.InstrumentKind;
import io.m17.publication.ArtifactReaders;
import io.m17.publication.Derivation;
import io.m17.publication.Lineage;

/// `aggressor_ref` from `trade_ref` and `quote_ref`.
record AggressorDerivation(AggressorPolicy policy) implements Derivation {
    private static final int PART_ROWS = 1 << 19;

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
    public int partRows() {
        return PART_ROWS;
    }

    @Override
    public int policy(SessionLedger session, int symbolId) {
        InstrumentKind kind =
                Instrument.parse(session.symbols().symbol(symbolId)).kind();
        return policy.digest(kind);
    }

    @Override
    public Worker newWorker(SessionLedger session, ArtifactReaders readers, long nowNs) {
        return new AggressorWorker(session, readers, policy, nowNs);
    }
}
