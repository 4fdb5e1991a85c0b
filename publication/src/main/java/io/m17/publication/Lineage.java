package io.m17.publication;

import static io.m17.ledger.SlotColumn.AGGRESSOR;
import static io.m17.ledger.SlotColumn.GREEKS;
import static io.m17.ledger.SlotColumn.QUOTE;
import static io.m17.ledger.SlotColumn.RF_RATE;
import static io.m17.ledger.SlotColumn.TRADE;

import io.m17.ledger.SlotColumn;
import io.m17.ledger.session.SessionLedger;
import io.m17.market.instrument.Equity;
import io.m17.market.instrument.Instrument;
import io.m17.market.instrument.OptionChain;
import io.m17.market.instrument.OptionContract;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// From which columns the derived ones follow: those of the same instrument, and of its underlying. The only place that
/// says so. Stateless.
///
/// Whoever derives from a derived column waits until its engine has looked at the instrument since anything
/// changed (see [Reconciliation]), so that no window is made of new trades and the sides of old ones.
@SuppressWarnings("ImmutableEnumChecker") // its lists are unmodifiable
public enum Lineage {
    /// The aggressor side.
    SIDE(List.of(AGGRESSOR), List.of(TRADE, QUOTE), List.of()),
    /// Implied volatility and Greeks.
    SENSITIVITY(List.of(GREEKS), List.of(RF_RATE, QUOTE), List.of(QUOTE)),
    /// Rolling aggregates.
    ROLLING(SlotColumn.AGGREGATES, List.of(TRADE, AGGRESSOR, GREEKS), List.of());

    private final List<SlotColumn> outputs;
    private final List<SlotColumn> inputs;
    private final List<SlotColumn> underlyingInputs;

    Lineage(List<SlotColumn> outputs, List<SlotColumn> inputs, List<SlotColumn> underlyingInputs) {
        this.outputs = outputs;
        this.inputs = inputs;
        this.underlyingInputs = underlyingInputs;
    }

    /// The lineage that a column is an output of; none of a source column.
    public static Optional<Lineage> of(SlotColumn column) {
        for (Lineage lineage : values()) {
            if (lineage.outputs.contains(column)) {
                return Optional.of(lineage);
            }
        }
        return Optional.empty();
    }

    /// The columns that are derived; all in artifacts and a map of one kind. Reconciliation is kept with the first.
    public List<SlotColumn> outputs() {
        return outputs;
    }

    /// The columns of the instrument itself.
    public List<SlotColumn> inputs() {
        return inputs;
    }

    /// The columns of its underlying.
    public List<SlotColumn> underlyingInputs() {
        return underlyingInputs;
    }

    /// The sum of the change sequences of everything that an instrument's outputs follow from, and of the outputs
    /// themselves: while it stays the same there is nothing to do.
    public long changes(SessionLedger session, int symbolId) {
        long changes = 0;
        for (SlotColumn column : inputs) {
            changes += session.changes(column, symbolId);
        }
        for (SlotColumn column : outputs) {
            changes += session.changes(column, symbolId);
        }
        if (!underlyingInputs.isEmpty()) {
            OptionalInt underlying = underlying(session, symbolId);
            for (SlotColumn column : underlyingInputs) {
                changes += underlying.isPresent() ? session.changes(column, underlying.getAsInt()) : 0;
            }
        }
        return changes;
    }

    /// The instrument that a chain's or a contract's options are on, an equity itself; when the session lists it.
    public static OptionalInt underlying(SessionLedger session, int symbolId) {
        String symbol = switch (Instrument.parse(session.symbols().symbol(symbolId))) {
            case OptionChain chain -> chain.underlying();
            case OptionContract contract -> contract.ticker().underlying();
            case Equity equity -> equity.symbol();
        };
        OptionalInt id = session.symbols().id(symbol);
        return id.isPresent() && session.listed(id.getAsInt()) ? id : OptionalInt.empty();
    }
}
