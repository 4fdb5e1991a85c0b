package io.m17.market.instrument;

/// An entry of the ledger's symbol axis: an equity (`SPY`), an option chain (`O:SPY`) or one contract
/// (`O:SPY251219C00650000`).
public sealed interface Instrument permits Equity, OptionChain, OptionContract {
    /// The text that [#parse(String)] takes back.
    String symbol();

    InstrumentKind kind();

    /// Reads a symbol. A text behind `O:` of at most six characters is a chain, a longer one a contract; everything
    /// else is an equity, whatever it spells: `NA`, `NULL` and `nan` are real tickers. A text that is none of the
    /// three is an [IllegalArgumentException].
    static Instrument parse(String symbol) {
        if (!symbol.startsWith(OptionTicker.PREFIX)) {
            return new Equity(symbol);
        }
        String rest = symbol.substring(OptionTicker.PREFIX.length());
        if (rest.length() <= OptionTicker.LONGEST_ROOT) {
            return new OptionChain(rest);
        }
        return new OptionContract(OptionTicker.parse(symbol));
    }
}
