package io.m17.nbbo;

/// One question that a [Method] asks about a trade: answered with a side, or passed on to the next. Declared in the
/// order in which they are asked; of those that read a price's place in the spread a method has at most one. All of
/// them want an NBBO with a midpoint but [#TICK].
enum Step {
    /// A trade as large as the bid a buy, as large as the ask a sell, where the two differ: a customer's limit order
    /// that a dealer filled (Grauer, Schuster and Uhrig-Homburg 2023).
    TRADE_SIZE(Rule.TRADE_SIZE),
    /// Above the midpoint a buy, below a sell.
    QUOTE(Rule.QUOTE),
    /// The quote rule, for prices at the bid or at the ask (Ellis, Michaely and O'Hara 2000).
    QUOTE_AT_TOUCH(Rule.QUOTE),
    /// A buy in the 30 % of the spread nearest the ask, a sell in the 30 % nearest the bid, both ends counted
    /// (Chakrabarty, Li, Nguyen and Van Ness 2007).
    QUOTE_NEAR_TOUCH(Rule.QUOTE),
    /// The larger ask size a buy, the larger bid size a sell; asked behind [#QUOTE], so at the midpoint only (Grauer,
    /// Schuster and Uhrig-Homburg 2023).
    DEPTH(Rule.DEPTH),
    /// Above the last different price a buy, below a sell.
    TICK(Rule.TICK);

    private final byte ruleCode;

    Step(Rule rule) {
        this.ruleCode = rule.code();
    }

    /// The code of the rule that a side from this step is recorded with.
    byte ruleCode() {
        return ruleCode;
    }

    boolean readsSizes() {
        return this == DEPTH || this == TRADE_SIZE;
    }
}
