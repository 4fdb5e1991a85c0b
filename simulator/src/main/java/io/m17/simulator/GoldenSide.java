package io.m17.simulator;

/// One trade with the quote before it and its side: an example of a rule. Prices in millionths, 0 where there is
/// none.
record GoldenSide(
        String ticker, long sipNs, long sequence, long price, long bidPrice, long askPrice, Side side, SideRule rule) {

    static GoldenSide of(String ticker, TradeTape trades, QuoteTape quotes, TickerTruth truth, int row) {
        int quote = truth.prevailing(row);
        return new GoldenSide(
                ticker,
                trades.sipNs(row),
                trades.sequence(row),
                trades.price(row),
                quote < 0 ? 0 : quotes.bidPrice(quote),
                quote < 0 ? 0 : quotes.askPrice(quote),
                truth.side(row),
                truth.rule(row));
    }
}
