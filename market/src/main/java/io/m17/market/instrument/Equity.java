package io.m17.market.instrument;

/// A stock, an ETF or an index. The symbol is 1 to 32 printable ASCII characters without space, comma or quote.
public record Equity(String symbol) implements Instrument {
    static final int LONGEST = 32;

    public Equity {
        if (!isValid(symbol)) {
            throw new IllegalArgumentException("an equity symbol is 1 to " + LONGEST
                    + " printable characters without space, comma, quote or the option prefix [symbol=" + symbol + "]");
        }
    }

    @Override
    public InstrumentKind kind() {
        return InstrumentKind.EQUITY;
    }

    private static boolean isValid(String symbol) {
        return !symbol.isEmpty()
                && symbol.length() <= LONGEST
                && !symbol.startsWith(OptionTicker.PREFIX)
                && symbol.chars().allMatch(c -> c > ' ' && c < 127 && c != ',' && c != '"');
    }
}
