package io.m17.nbbo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class TradeClassifierTest {
    private static final QuoteRows NO_QUOTES = new QuoteRows(new long[0], new long[0], new long[0]);
    private static final QuoteRows NO_SIZED_QUOTES =
            new QuoteRows(new long[0], new long[0], new long[0], new long[0], new long[0]);

    private final Carry carry = new Carry();
    private final AggressorRows rows = new AggressorRows();

    @ParameterizedTest
    @CsvSource({"99,12", "100,10", "104,2", "105,0", "106,2", "111,12"})
    void measuresTheEffectiveSpreadWithoutASign(long price, long spread) {
        setCarry(100, 110, 104, 103);
        classify(Method.LEE_READY, price, TradeRows.ELIGIBLE);
        assertEquals(spread, rows.effectiveSpread(0));
    }

    @Test
    void refusesRowsWithoutSizesForAMethodThatReadsThem() {
        rows.reserve(1);
        String refusal = refusal(
                () -> classify(TradeClassifier.of(Method.GSU), trades(new long[] {1}, new long[] {5}), NO_QUOTES));
        assertTrue(refusal.contains("[method=GSU, tradeSizes=false, quoteSizes=false]"), refusal);
    }

    @ParameterizedTest
    @EnumSource(names = "TICK", mode = EnumSource.Mode.EXCLUDE)
    void leavesTradesWithoutAUsableQuoteUnknown(Method method) {
        assertUnknown(method, 0, 0, Rule.NO_NBBO);
        assertUnknown(method, 100, 0, Rule.ONE_SIDED);
        assertUnknown(method, 0, 110, Rule.ONE_SIDED);
        assertUnknown(method, 110, 100, Rule.CROSSED);
    }

    @Test
    void readsTicksWithoutAnyQuote() {
        setCarry(0, 0, 104, 103);
        classify(Method.TICK, 105, TradeRows.ELIGIBLE);
        assertEquals(TradeClassifier.BUY, rows.side(0));
        assertEquals(AggressorRows.NONE, rows.bid(0));
        assertEquals(AggressorRows.NONE, rows.ask(0));
        assertEquals(AggressorRows.NONE, rows.effectiveSpread(0));
    }

    @Test
    void hasNoTickBeforeTwoDifferentPrices() {
        TradeRows trades = trades(new long[] {1, 2, 3}, new long[] {50, 50, 51});
        classify(TradeClassifier.of(Method.TICK), trades, NO_QUOTES);
        assertEquals(Rule.NO_TICK, rows.rule(0));
        assertEquals(Rule.NO_TICK, rows.rule(1));
        assertEquals(TradeClassifier.BUY, rows.side(2));
    }

    @Test
    void takesNoQuoteOfTheTradesOwnInstant() {
        QuoteRows quotes =
                new QuoteRows(new long[] {9, 10, 10, 12}, new long[] {1, 2, 3, 4}, new long[] {11, 12, 13, 14});
        TradeRows trades = trades(new long[] {9, 10, 11}, new long[] {5, 5, 5});
        classify(TradeClassifier.of(Method.QUOTE), trades, quotes);
        assertEquals(AggressorRows.NONE, rows.bid(0));
        assertEquals(AggressorRows.NONE, rows.quoteAgeNs(0));
        assertEquals(1, rows.bid(1));
        assertEquals(1, rows.quoteAgeNs(1));
        assertEquals(3, rows.bid(2));
        assertEquals(1, rows.quoteAgeNs(2));
        assertEquals(4, carry.bid(), "the quote after the last trade is carried");
        assertEquals(14, carry.ask());
    }

    @Test
    void keepsTradesThatDoNotCountOutOfTheTickMemory() {
        long tooHigh = TradeClassifier.MAX_PRICE + 1;
        TradeRows trades =
                new TradeRows(new long[] {1, 2, 3, 4, 5, 6}, new long[] {50, 90, 91, 0, tooHigh, 51}, new byte[] {
                    1, 0, TradeRows.ELIGIBLE | TradeRows.LATE, 1, 1, 1
                });
        setCarry(40, 60, 0, 0);
        classify(TradeClassifier.of(Method.TICK), trades, NO_QUOTES);
        assertEquals(Rule.NOT_ELIGIBLE, rows.rule(1));
        assertEquals(Rule.LATE, rows.rule(2));
        assertEquals(Rule.NO_PRICE, rows.rule(3));
        assertEquals(Rule.NO_PRICE, rows.rule(4));
        assertEquals(AggressorRows.NONE, rows.effectiveSpread(1));
        assertEquals(40, rows.bid(1), "the NBBO is recorded all the same");
        assertEquals(TradeClassifier.BUY, rows.side(5));
        assertEquals(50, carry.differentPrice());
    }

    @Test
    void isExactAtTheHighestPrice() {
        setCarry(1, TradeClassifier.MAX_PRICE, 0, 0);
        classify(Method.CLNV, TradeClassifier.MAX_PRICE, TradeRows.ELIGIBLE);
        assertEquals(TradeClassifier.BUY, rows.side(0));
        assertEquals(TradeClassifier.MAX_PRICE - 1, rows.effectiveSpread(0));
    }

    @Test
    void refusesRowsOutOfOrderBeforeWritingAny() {
        rows.reserve(2);
        TradeRows sorted = trades(new long[] {1, 2}, new long[] {5, 6});
        TradeRows unsorted = trades(new long[] {2, 1}, new long[] {5, 6});
        QuoteRows unsortedQuotes = new QuoteRows(new long[] {2, 1}, new long[] {1, 1}, new long[] {2, 2});
        TradeClassifier classifier = TradeClassifier.of(Method.TICK);
        String trades = refusal(() -> classify(classifier, unsorted, NO_QUOTES));
        String quotes = refusal(() -> classify(classifier, sorted, unsortedQuotes));
        assertTrue(trades.contains("[row=1, sipNs=1, previousSipNs=2]"), trades);
        assertTrue(quotes.startsWith("quotes"), quotes);
        assertEquals(0, rows.ruleCode(0));
        assertEquals(0, carry.lastPrice());
    }

    @Test
    void refusesRangesThatAnArrayDoesNotHold() {
        TradeRows trades = trades(new long[] {1, 2}, new long[] {5, 6});
        TradeClassifier classifier = TradeClassifier.of(Method.TICK);
        rows.reserve(1);
        assertThrows(
                IndexOutOfBoundsException.class, () -> classifier.classify(trades, 0, 2, NO_QUOTES, 0, 0, carry, rows));
        assertThrows(
                IndexOutOfBoundsException.class, () -> classifier.classify(trades, 0, 1, NO_QUOTES, 0, 1, carry, rows));
    }

    private void setCarry(long bid, long ask, long lastPrice, long differentPrice) {
        carry.setQuote(0, bid, ask);
        carry.setTicks(lastPrice, differentPrice);
    }

    private static String refusal(Executable call) {
        return String.valueOf(assertThrows(IllegalArgumentException.class, call).getMessage());
    }

    private void assertUnknown(Method method, long bid, long ask, Rule rule) {
        setCarry(bid, ask, 104, 103);
        classify(method, 105, TradeRows.ELIGIBLE);
        assertEquals(TradeClassifier.UNKNOWN, rows.side(0));
        assertEquals(rule, rows.rule(0));
        assertEquals(AggressorRows.NONE, rows.effectiveSpread(0));
        assertEquals(bid == 0 ? AggressorRows.NONE : bid, rows.bid(0));
        assertEquals(ask == 0 ? AggressorRows.NONE : ask, rows.ask(0));
    }

    private void classify(Method method, long price, byte flags) {
        TradeRows trades = new TradeRows(new long[] {1}, new long[] {price}, new long[] {1}, new byte[] {flags});
        classify(TradeClassifier.of(method), trades, NO_SIZED_QUOTES);
    }

    private void classify(TradeClassifier classifier, TradeRows trades, QuoteRows quotes) {
        rows.reserve(trades.capacity());
        classifier.classify(trades, 0, trades.capacity(), quotes, 0, quotes.capacity(), carry, rows);
    }

    private static TradeRows trades(long[] sipNs, long[] price) {
        byte[] flags = new byte[sipNs.length];
        Arrays.fill(flags, TradeRows.ELIGIBLE);
        return new TradeRows(sipNs, price, flags);
    }
}
