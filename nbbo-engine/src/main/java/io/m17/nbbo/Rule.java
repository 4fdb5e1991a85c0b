package io.m17.nbbo;

/// What decided a trade's side, or why it has none. The codes are stored and never change meaning; 0 is no rule, so
/// that a zeroed row is never valid.
public enum Rule {
    /// The price's place between bid and ask.
    QUOTE(1),
    /// The last different price.
    TICK(2),
    /// Unknown: at the midpoint, and the method asks no further rule.
    MIDPOINT(3),
    /// Unknown: the tick rule was asked and no different price came before.
    NO_TICK(4),
    /// Unknown: no quote came before the trade, or the last one had neither side.
    NO_NBBO(5),
    /// Unknown: the last quote before the trade had one side.
    ONE_SIDED(6),
    /// Unknown: the last quote before the trade had its bid above its ask.
    CROSSED(7),
    /// Unknown: reported late, so neither the quotes nor the trades around its SIP time are those of its making.
    LATE(8),
    /// Unknown: cancelled, in error, or a record about another trade.
    NOT_ELIGIBLE(9),
    /// Unknown: the price lies outside 1 … [TradeClassifier#MAX_PRICE].
    NO_PRICE(10),
    /// The larger of bid and ask size, at the midpoint.
    DEPTH(11),
    /// The trade's size, which was that of the bid or of the ask.
    TRADE_SIZE(12),
    /// Unknown: at the midpoint, bid and ask of one size or one of them without a size, and the method asks no further
    /// rule.
    EQUAL_DEPTH(13);

    private static final Rule[] BY_CODE = values();

    private final byte code;

    Rule(int code) {
        this.code = (byte) code;
    }

    public byte code() {
        return code;
    }

    /// The rule of a stored code; throws `IllegalArgumentException` for a code that no rule has.
    public static Rule of(byte code) {
        if (code < 1 || code > BY_CODE.length) {
            throw new IllegalArgumentException(
                    "no such classification rule [code=" + code + "], codes are 1 to " + BY_CODE.length);
        }
        return BY_CODE[code - 1];
    }
}
