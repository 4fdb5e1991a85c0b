package io.m17.nbbo;

import java.util.List;
import java.util.Locale;

/// A published way to sign trades: a list of steps, of which the first that has an answer decides. With bid and ask
/// prevailing at the trade, bid ≤ ask:
///
/// | method | decides | else |
/// | --- | --- | --- |
/// | [#QUOTE] | quote rule: above the midpoint a buy, below a sell | unknown |
/// | [#TICK] | tick rule: above the last different price a buy, below a sell; needs no quotes | unknown |
/// | [#LEE_READY] | quote rule | tick rule |
/// | [#EMO] | quote rule at the bid or the ask | tick rule |
/// | [#CLNV] | a buy in the 30 % of the spread nearest the ask, a sell in the 30 % nearest the bid | tick rule |
/// | [#DEPTH] | quote rule; at the midpoint the larger ask size a buy, the larger bid size a sell | unknown |
/// | [#TRADE_SIZE] | as large as the bid a buy, as large as the ask a sell, where they differ | [#LEE_READY] |
/// | [#GSU] | trade-size rule, quote rule, depth rule | tick rule |
///
/// In a locked market bid, ask and midpoint are one price. Sources: Lee and Ready 1991; Ellis, Michaely and O'Hara
/// 2000; Chakrabarty, Li, Nguyen and Van Ness 2007; Grauer, Schuster and Uhrig-Homburg 2023.
///
/// [#GSU] is the order that Grauer, Schuster and Uhrig-Homburg recommend for options (*Option Trade Classification*,
/// doi:10.2139/ssrn.4098475), with two differences. They ask the quote rule of the trading venue's own quotes beside
/// the NBBO and compare with that venue's sizes, where the NBBO has those of the exchange that shows the best price.
/// And they end in the reverse tick rule, which waits for the next different price: here the tick rule, so that a
/// window needs no later trades.
///
/// To add a method, list its steps here, in the order of [Step], with the next code. A new step joins [Step], its
/// answer [TradeClassifier], and its [Rule] the golden tables of the tests, without which the build fails.
public enum Method {
    QUOTE(1, Rule.MIDPOINT, Step.QUOTE),
    TICK(2, Rule.NO_TICK, Step.TICK),
    LEE_READY(3, Rule.NO_TICK, Step.QUOTE, Step.TICK),
    EMO(4, Rule.NO_TICK, Step.QUOTE_AT_TOUCH, Step.TICK),
    CLNV(5, Rule.NO_TICK, Step.QUOTE_NEAR_TOUCH, Step.TICK),
    DEPTH(6, Rule.EQUAL_DEPTH, Step.QUOTE, Step.DEPTH),
    TRADE_SIZE(7, Rule.NO_TICK, Step.TRADE_SIZE, Step.QUOTE, Step.TICK),
    GSU(8, Rule.NO_TICK, Step.TRADE_SIZE, Step.QUOTE, Step.DEPTH, Step.TICK);

    private final int code;
    private final Rule undecided;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<Step> steps;

    Method(int code, Rule undecided, Step... steps) {
        this.code = code;
        this.undecided = undecided;
        this.steps = List.of(steps);
    }

    /// What input digests know the method by; never changes meaning.
    public int code() {
        return code;
    }

    /// The name in configuration: `lee-ready`.
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Whether it needs the sizes of trades and quotes.
    public boolean readsSizes() {
        return steps.stream().anyMatch(Step::readsSizes);
    }

    /// Whether [CrossedPolicy#TICK] changes anything: the tick rule stands behind rules that read quotes.
    public boolean fallsBackToTicks() {
        return steps.size() > 1 && steps.contains(Step.TICK);
    }

    /// In the order in which they are asked.
    List<Step> steps() {
        return steps;
    }

    /// What is recorded when no step has an answer.
    Rule undecided() {
        return undecided;
    }
}
