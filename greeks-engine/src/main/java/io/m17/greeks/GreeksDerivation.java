package io.m17.greeks;

import io.m17.ledger.session.SessionLedger;
import io.m17.market.artifact.GreeksColumns;
import io.m17.market.column.Schema;
import io.m17.market.instrument.Equity;
import io.m17.market.instrument.Instrument;
import io.m17.market.instrument.OptionChain;
import io.m17.market.instrument.OptionContract;
import io.m17.publication.ArtifactReaders;
import io.m17.publication.Derivation;
import io.m17.publication.Lineage;

/// `greeks_ref` from `rf_rate_ref` and `quote_ref` of the chain and `quote_ref` of its underlying.
record GreeksDerivation(GreeksOptions options) implements Derivation {
    private static final int PART_ROWS = 1 << 19;

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
    public int partRows() {
        return PART_ROWS;
    }

    @Override
    public int policy(SessionLedger session, int symbolId) {
        return terms(session, symbolId, options).digest();
    }

    @Override
    public Worker newWorker(SessionLedger session, ArtifactReaders readers, long nowNs) {
        return new GreeksWorker(session, readers, options, nowNs);
    }

    /// What configuration says of a chain's or a contract's options.
    static ChainTerms terms(SessionLedger session, int symbolId, GreeksOptions options) {
        return switch (Instrument.parse(session.symbols().symbol(symbolId))) {
            case OptionChain chain -> ChainTerms.of(chain.root(), chain.underlying(), options);
            case OptionContract contract ->
                ChainTerms.of(contract.ticker().root(), contract.ticker().underlying(), options);
            case Equity equity -> ChainTerms.of(equity.symbol(), equity.symbol(), options);
        };
    }
}
