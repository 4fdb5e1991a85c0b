package io.m17.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.m17.simulator.pricing.RandomStream;
import org.junit.jupiter.api.Test;

class TickerTruthTest {
    private static final long SECOND = TradingHours.SECOND_NS;
    private static final long START = 1_748_871_000 * SECOND;
    private final QuoteTape quotes = new QuoteTape();
    private final TradeTape trades = new TradeTape();

    @Test
    void comparesWithTheMidpoint() {
        quote(0, 100, 104);
        trade(1, 103);
        trade(2, 101);
        expect(0, Side.BUY, SideRule.QUOTE);
        expect(1, Side.SELL, SideRule.QUOTE);
    }

    @Test
    void takesTheLastDifferentPriceAtTheMidpoint() {
        quote(0, 100, 104);
        trade(1, 102);
        trade(2, 101);
        trade(3, 102);
        trade(4, 102);
        trade(5, 104);
        trade(6, 102);
        expect(0, Side.UNKNOWN, SideRule.NO_EARLIER_PRICE);
        expect(2, Side.BUY, SideRule.TICK);
        expect(3, Side.BUY, SideRule.TICK);
        expect(5, Side.SELL, SideRule.TICK);
    }

    @Test
    void usesOnlyQuotesStrictlyBeforeTheTrade() {
        trade(1, 103);
        quote(2, 100, 104);
        trade(2, 103);
        quote(3, 200, 204);
        trade(3, 103);
        expect(0, Side.UNKNOWN, SideRule.NO_QUOTE);
        expect(1, Side.UNKNOWN, SideRule.NO_QUOTE);
        expect(2, Side.BUY, SideRule.QUOTE);
    }

    @Test
    void refusesOneSidedAndCrossedButUsesLockedQuotes() {
        quote(0, 0, 104);
        trade(1, 103);
        quote(2, 100, 0);
        trade(3, 103);
        quote(4, 104, 103);
        trade(5, 103);
        quote(6, 102, 102);
        trade(7, 103);
        expect(0, Side.UNKNOWN, SideRule.ONE_SIDED);
        expect(1, Side.UNKNOWN, SideRule.ONE_SIDED);
        expect(2, Side.UNKNOWN, SideRule.CROSSED);
        expect(3, Side.BUY, SideRule.QUOTE);
    }

    @Test
    void keepsLateAndVoidedTradesOutOfTheTickTest() {
        quote(0, 100, 104);
        trade(1, 101);
        trade(2, 103, 60 * SECOND + 1, Correction.NONE);
        trade(3, 103, 0, Correction.CANCELLED);
        trade(4, 103, 0, Correction.CANCEL_RECORD);
        trade(5, 102);
        expect(1, Side.UNKNOWN, SideRule.LATE);
        expect(2, Side.UNKNOWN, SideRule.VOIDED);
        expect(3, Side.UNKNOWN, SideRule.VOIDED);
        expect(4, Side.BUY, SideRule.TICK);
    }

    @Test
    void countsExactlyOneMinuteAsTimely() {
        quote(0, 100, 104);
        trade(1, 103, 60 * SECOND, Correction.CORRECTED);
        expect(0, Side.BUY, SideRule.QUOTE);
    }

    @Test
    void feedsTheTickTestWithTradesThatHadNoQuote() {
        trade(0, 101);
        quote(1, 100, 104);
        trade(2, 102);
        expect(1, Side.BUY, SideRule.TICK);
    }

    private void quote(int second, long bidCents, long askCents) {
        Book book = new Book(bidCents * Micros.CENT, 100, askCents * Micros.CENT, 100);
        quotes.add(START + second * SECOND, START + second * SECOND, book, 11, 12, second + 1);
    }

    private void trade(int second, long cents) {
        trade(second, cents, 1_000, Correction.NONE);
    }

    private void trade(int second, long cents, long delayNs, int correction) {
        long sipNs = START + second * SECOND;
        trades.add(
                new Print(
                        sipNs,
                        sipNs - delayNs,
                        0,
                        cents * Micros.CENT,
                        100 * Micros.PER_UNIT,
                        11,
                        0,
                        SaleConditions.REGULAR,
                        correction,
                        Side.BUY),
                second + 1,
                second + 1);
    }

    private void expect(int row, Side side, SideRule rule) {
        int[] tradeRows = FileOrder.shuffle(RandomStream.of(1, "x"), trades.size(), 0);
        int[] quoteRows = FileOrder.shuffle(RandomStream.of(1, "x"), quotes.size(), 0);
        TickerTruth truth = TickerTruth.of(trades, tradeRows, quotes, quoteRows);
        assertEquals(rule, truth.rule(row));
        assertEquals(side, truth.side(row));
    }
}
