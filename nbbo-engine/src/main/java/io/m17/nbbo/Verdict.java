package io.m17.nbbo;

/// A side together with the rule behind it: every pair that can occur, so that deciding allocates nothing.
enum Verdict {
    BUY_BY_QUOTE(TradeClassifier.BUY, Rule.QUOTE),
    SELL_BY_QUOTE(TradeClassifier.SELL, Rule.QUOTE),
    BUY_BY_TICK(TradeClassifier.BUY, Rule.TICK),
    SELL_BY_TICK(TradeClassifier.SELL, Rule.TICK),
    MIDPOINT(TradeClassifier.UNKNOWN, Rule.MIDPOINT),
    NO_TICK(TradeClassifier.UNKNOWN, Rule.NO_TICK),
    NO_NBBO(TradeClassifier.UNKNOWN, Rule.NO_NBBO),
    ONE_SIDED(TradeClassifier.UNKNOWN, Rule.ONE_SIDED),
    CROSSED(TradeClassifier.UNKNOWN, Rule.CROSSED),
    LATE(TradeClassifier.UNKNOWN, Rule.LATE),
    NOT_ELIGIBLE(TradeClassifier.UNKNOWN, Rule.NOT_ELIGIBLE),
    NO_PRICE(TradeClassifier.UNKNOWN, Rule.NO_PRICE);

    private final byte side;
    private final byte ruleCode;

    Verdict(byte side, Rule rule) {
        this.side = side;
        this.ruleCode = rule.code();
    }

    byte side() {
        return side;
    }

    byte ruleCode() {
        return ruleCode;
    }
}
