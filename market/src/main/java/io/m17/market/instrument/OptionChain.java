package io.m17.market.instrument;

/// All option contracts of one root.
public record OptionChain(String root) implements Instrument {
    public OptionChain {
        OptionTicker.checkRoot(root);
    }

    @Override
    public String symbol() {
        return OptionTicker.PREFIX + root;
    }

    @Override
    public InstrumentKind kind() {
        return InstrumentKind.OPTION_CHAIN;
    }

    /// The symbol of what the contracts are on.
    public String underlying() {
        return OptionRoots.underlying(root);
    }
}
