package io.m17.greeks;

import io.m17.ledger.session.SessionLedger;
import io.m17.market.artifact.GreeksColumns;
import io.m17.market.column.Schema;
import io.m17.publication.ArtifactReaders;
import io.m17.publication.Derivation;
import io.m17.publication.Lineage;

/// `greeks_ref` from `rf_rate_ref` and `quote_ref` of the chain and `quote_ref` of its underlying.
record GreeksDerivation(double dividendYield) implements Derivation {
    GreeksDerivation {
        if (!Double.isFinite(dividendYield)) {
            throw new IllegalArgumentException("a dividend yield is finite [dividend_yield=" + dividendYield + "]");
        }
    }

    @Override
    public String name() {
        return "greeks";
    }

    @Override
    public Lineage lineage() {
        return Lineage.SENSITIVITY;
    }

    @Override
    public Schema schema() {
        return GreeksColumns.SCHEMA;
    }

    @Override
    public Worker newWorker(SessionLedger session, ArtifactReaders readers, long nowNs) {
        return new GreeksWorker(session, readers, dividendYield, nowNs);
    }
}
