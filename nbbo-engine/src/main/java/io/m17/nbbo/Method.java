package io.m17.nbbo;

/// A published way to sign trades. With bid and ask prevailing at the trade, bid ≤ ask:
///
/// | method | decides |
/// | --- | --- |
/// | [#QUOTE] | above the midpoint a buy, below a sell, at it unknown |
/// | [#TICK] | above the last different price a buy, below a sell; needs no quotes |
/// | [#LEE_READY] | quote rule; at the midpoint the tick rule |
/// | [#EMO] | quote rule at the bid or the ask; elsewhere, and at the midpoint, the tick rule |
/// | [#CLNV] | a buy in the 30 % of the spread nearest the ask, a sell in the 30 % nearest the bid, both ends counted;
/// elsewhere, and at the midpoint, the tick rule |
///
/// In a locked market bid, ask and midpoint are one price. Sources: Lee and Ready 1991; Ellis, Michaely and O'Hara
/// 2000; Chakrabarty, Li, Nguyen and Van Ness 2007.
///
/// To add a method, add it here, give the way it decides a [Rule] if it has a new one, and extend the switch in
/// [TradeClassifier]. The depth and trade-size rules of options (Grauer, Schuster and Uhrig-Homburg 2023) also need the
/// sizes, which then join [TradeRows] and [QuoteRows].
public enum Method {
    QUOTE,
    TICK,
    LEE_READY,
    EMO,
    CLNV
}
