package io.m17.greeks;

import io.m17.ledger.SlotColumn;
import io.m17.ledger.session.SessionLedger;
import io.m17.market.artifact.GreeksColumns;
import io.m17.market.column.Schema;
import io.m17.market.instrument.Equity;
import io.m17.market.instrument.Instrument;
import io.m17.market.instrument.OptionChain;
import io.m17.market.instrument.OptionContract;
import io.m17.publication.ArtifactReaders;
import io.m17.publication.Derivation;
import java.util.List;
import java.util.OptionalInt;

/// `greeks_ref` from `rf_rate_ref` and `quote_ref` of the chain and `quote_ref` of its underlying.
record GreeksDerivation(GreeksOptions options) implements Derivation {
    @Override
    public String name() {
        return "greeks";
    }

    @Override
    public List<SlotColumn> outputs() {
        return List.of(SlotColumn.GREEKS);
    }

    @Override
    public Schema schema() {
        return GreeksColumns.SCHEMA;
    }

    @Override
    public long changes(SessionLedger session, int symbolId) {
        OptionalInt underlying = underlying(session, symbolId);
        return session.changes(SlotColumn.RF_RATE, symbolId)
                + session.changes(SlotColumn.QUOTE, symbolId)
                + session.changes(SlotColumn.GREEKS, symbolId)
                + Integer.toUnsignedLong(terms(session, symbolId, options).digest())
                + (underlying.isPresent() ? session.changes(SlotColumn.QUOTE, underlying.getAsInt()) : 0);
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

    /// The instrument that a chain's or a contract's options are on, when the session lists it.
    static OptionalInt underlying(SessionLedger session, int symbolId) {
        String symbol = switch (Instrument.parse(session.symbols().symbol(symbolId))) {
            case OptionChain chain -> chain.underlying();
            case OptionContract contract -> contract.ticker().underlying();
            case Equity equity -> equity.symbol();
        };
        OptionalInt id = session.symbols().id(symbol);
        return id.isPresent() && session.listed(id.getAsInt()) ? id : OptionalInt.empty();
    }
}
