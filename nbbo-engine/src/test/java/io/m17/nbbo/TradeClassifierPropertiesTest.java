package io.m17.nbbo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// The classifier against a search through all rows for each trade, on markets with many ties in time and price.
final class TradeClassifierPropertiesTest {
    private static final int MAX_ROWS = 60;

    @Property(tries = 1500, seed = "20131007")
    void agreesWithBruteForce(@ForAll long seed, @ForAll Method method, @ForAll CrossedPolicy policy) {
        Market market = new Market(new Random(seed));
        AggressorRows rows = new AggressorRows();
        rows.reserve(market.tradeCount);
        TradeClassifier.of(method, policy)
                .classify(market.trades, 0, market.tradeCount, market.quotes, 0, market.quoteCount, new Carry(), rows);
        for (int row = 0; row < market.tradeCount; row++) {
            assertRow(market, row, method, policy, rows);
        }
    }

    @Property(tries = 500, seed = "20131008")
    void givesTheSameRowsWhenCutIntoRanges(@ForAll long seed, @ForAll Method method) {
        Market market = new Market(new Random(seed));
        TradeClassifier classifier = TradeClassifier.of(method);
        AggressorRows whole = new AggressorRows();
        AggressorRows parts = new AggressorRows();
        whole.reserve(market.tradeCount);
        parts.reserve(market.tradeCount);
        Carry end = new Carry();
        classifier.classify(market.trades, 0, market.tradeCount, market.quotes, 0, market.quoteCount, end, whole);
        Carry carry = new Carry();
        int trade = 0;
        int quote = 0;
        for (long cutNs = 0; cutNs <= 60; cutNs += 7) {
            int tradeEnd = firstFrom(market.trades.sipNs, market.tradeCount, cutNs);
            int quoteEnd = firstFrom(market.quotes.sipNs, market.quoteCount, cutNs);
            classifier.classify(market.trades, trade, tradeEnd, market.quotes, quote, quoteEnd, carry, parts);
            trade = tradeEnd;
            quote = quoteEnd;
        }
        assertEquals(market.tradeCount, trade);
        for (int row = 0; row < market.tradeCount; row++) {
            assertSame(whole, parts, row);
        }
        assertEquals(end.bid(), carry.bid());
        assertEquals(end.ask(), carry.ask());
        assertEquals(end.lastPrice(), carry.lastPrice());
        assertEquals(end.differentPrice(), carry.differentPrice());
    }

    private static void assertSame(AggressorRows expected, AggressorRows actual, int row) {
        assertEquals(expected.side(row), actual.side(row));
        assertEquals(expected.rule(row), actual.rule(row));
        assertEquals(expected.bid(row), actual.bid(row));
        assertEquals(expected.ask(row), actual.ask(row));
        assertEquals(expected.effectiveSpread(row), actual.effectiveSpread(row));
    }

    private static void assertRow(Market market, int row, Method method, CrossedPolicy policy, AggressorRows rows) {
        long bid = 0;
        long ask = 0;
        for (int quote = 0; quote < market.quoteCount; quote++) {
            if (market.quotes.sipNs[quote] < market.trades.sipNs[row]) {
                bid = market.quotes.bid[quote];
                ask = market.quotes.ask[quote];
            }
        }
        assertEquals(bid == 0 ? AggressorRows.NONE : bid, rows.bid(row));
        assertEquals(ask == 0 ? AggressorRows.NONE : ask, rows.ask(row));
        int side = market.trades.flags[row] == TradeRows.ELIGIBLE
                ? side(method, policy, market.trades.price[row], bid, ask, tick(market, row))
                : 0;
        assertEquals(side, rows.side(row), () -> method + " of row " + row);
        boolean spread = market.trades.flags[row] == TradeRows.ELIGIBLE && bid > 0 && ask >= bid;
        BigInteger twicePrice = BigInteger.valueOf(market.trades.price[row]).shiftLeft(1);
        long expected = twicePrice
                .subtract(BigInteger.valueOf(bid).add(BigInteger.valueOf(ask)))
                .abs()
                .longValueExact();
        assertEquals(spread ? expected : AggressorRows.NONE, rows.effectiveSpread(row));
    }

    /// The definitions over again, in the words of the papers.
    private static int side(Method method, CrossedPolicy policy, long price, long bid, long ask, int tick) {
        if (method == Method.TICK) {
            return tick;
        }
        boolean atTouch = price == bid || price == ask;
        if (bid == 0 || ask == 0) {
            return 0;
        }
        if (bid > ask) {
            boolean fallsBack = method != Method.QUOTE && !(method == Method.EMO && atTouch);
            return policy == CrossedPolicy.TICK && fallsBack ? tick : 0;
        }
        int quote = Long.signum(price + price - (bid + ask));
        boolean outside = price < bid || price > ask;
        boolean inMiddle = 10 * price > 7 * bid + 3 * ask && 10 * price < 3 * bid + 7 * ask;
        return switch (method) {
            case TICK -> tick;
            case QUOTE -> quote;
            case LEE_READY -> quote == 0 ? tick : quote;
            case EMO -> atTouch && quote != 0 ? quote : tick;
            case CLNV -> outside || inMiddle || quote == 0 ? tick : quote;
        };
    }

    private static int tick(Market market, int row) {
        for (int earlier = row - 1; earlier >= 0; earlier--) {
            boolean counts = market.trades.flags[earlier] == TradeRows.ELIGIBLE;
            if (counts && market.trades.price[earlier] != market.trades.price[row]) {
                return Long.compare(market.trades.price[row], market.trades.price[earlier]);
            }
        }
        return 0;
    }

    private static int firstFrom(long[] sipNs, int count, long cutNs) {
        int row = 0;
        while (row < count && sipNs[row] < cutNs) {
            row++;
        }
        return row;
    }

    /// Few instants and few prices, so that ties, locked, crossed and one-sided markets are common.
    private static final class Market {
        private final int tradeCount;
        private final int quoteCount;
        private final TradeRows trades;
        private final QuoteRows quotes;

        Market(Random random) {
            tradeCount = random.nextInt(MAX_ROWS);
            quoteCount = random.nextInt(MAX_ROWS);
            long[] price = random.longs(tradeCount, 95, 116).toArray();
            byte[] flags = new byte[tradeCount];
            for (int row = 0; row < tradeCount; row++) {
                flags[row] = random.nextInt(8) == 0 ? (byte) random.nextInt(4) : TradeRows.ELIGIBLE;
            }
            trades = new TradeRows(times(random, tradeCount), price, flags);
            long[] bid = new long[quoteCount];
            long[] ask = new long[quoteCount];
            for (int row = 0; row < quoteCount; row++) {
                bid[row] = random.nextInt(10) == 0 ? 0 : random.nextLong(96, 108);
                ask[row] = random.nextInt(10) == 0 ? 0 : random.nextLong(104, 116);
            }
            quotes = new QuoteRows(times(random, quoteCount), bid, ask);
        }

        private static long[] times(Random random, int count) {
            return random.longs(count, 0, 50).sorted().toArray();
        }
    }
}
