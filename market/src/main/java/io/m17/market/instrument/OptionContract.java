package io.m17.market.instrument;

/// One option contract as an instrument of its own.
public record OptionContract(OptionTicker ticker) implements Instrument {
    @Override
    public String symbol() {
        return ticker.symbol();
    }

    @Override
    public InstrumentKind kind() {
        return InstrumentKind.OPTION_CONTRACT;
    }
}
