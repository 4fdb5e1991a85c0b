package io.m17.nbbo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// The classifier against a search through all rows for each trade, on markets with many ties in time and price.
final class TradeClassifierPropertiesTest {
    private static final int MAX_ROWS = 60;
    private static final long HORIZON_NS = 7;

    @Property(tries = 1500, seed = "20131007")
    void agreesWithBruteForce(@ForAll long seed, @ForAll Method method, @ForAll CrossedPolicy policy) {
        Market market = new Market(new Random(seed));
        AggressorRows rows = new AggressorRows();
        rows.reserve(market.tradeCount);
        TradeClassifier.of(method, policy)
                .classify(market.trades, 0, market.tradeCount, market.quotes, 0, market.quoteCount, new Carry(), rows);
        new RealisedSpread(HORIZON_NS)
                .measure(market.trades, 0, market.tradeCount, market.quotes, 0, market.quoteCount, rows);
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
        assertEquals(end.quoteNs(), carry.quoteNs());
        assertEquals(end.bidSize(), carry.bidSize());
        assertEquals(end.askSize(), carry.askSize());
        assertEquals(end.lastPrice(), carry.lastPrice());
        assertEquals(end.differentPrice(), carry.differentPrice());
    }

    private static void assertSame(AggressorRows expected, AggressorRows actual, int row) {
        assertEquals(expected.side(row), actual.side(row));
        assertEquals(expected.rule(row), actual.rule(row));
        assertEquals(expected.bid(row), actual.bid(row));
        assertEquals(expected.ask(row), actual.ask(row));
        assertEquals(expected.quoteAgeNs(row), actual.quoteAgeNs(row));
        assertEquals(expected.effectiveSpread(row), actual.effectiveSpread(row));
    }

    private static void assertRow(Market market, int row, Method method, CrossedPolicy policy, AggressorRows rows) {
        long sipNs = market.trades.sipNs[row];
        int quote = market.lastQuote(sipNs - 1);
        Nbbo nbbo = market.nbbo(quote);
        assertEquals(nbbo.bid == 0 ? AggressorRows.NONE : nbbo.bid, rows.bid(row));
        assertEquals(nbbo.ask == 0 ? AggressorRows.NONE : nbbo.ask, rows.ask(row));
        assertEquals(quote < 0 ? AggressorRows.NONE : sipNs - market.quotes.sipNs[quote], rows.quoteAgeNs(row));
        boolean counts = market.trades.flags[row] == TradeRows.ELIGIBLE;
        long price = market.trades.price[row];
        int side = counts ? side(method, policy, price, market.trades.size[row], nbbo, tick(market, row)) : 0;
        assertEquals(side, rows.side(row), () -> method + " of row " + row);
        boolean spread = counts && nbbo.hasMidpoint();
        assertEquals(
                spread ? twiceFromMidpoint(price, nbbo).abs().longValueExact() : AggressorRows.NONE,
                rows.effectiveSpread(row));
        Nbbo later = market.nbbo(market.lastQuote(sipNs + HORIZON_NS));
        assertEquals(
                side != 0 && later.hasMidpoint()
                        ? twiceFromMidpoint(price, later).longValueExact() * side
                        : AggressorRows.NONE,
                rows.realisedSpread(row),
                () -> method + " of row " + row);
    }

    private static BigDecimal twiceFromMidpoint(long price, Nbbo nbbo) {
        return BigDecimal.valueOf(price).subtract(nbbo.midpoint()).multiply(BigDecimal.TWO);
    }

    /// The definitions over again, in the words of the papers.
    private static int side(Method method, CrossedPolicy policy, long price, long size, Nbbo nbbo, int tick) {
        if (method == Method.TICK) {
            return tick;
        }
        boolean atTouch = price == nbbo.bid || price == nbbo.ask;
        if (nbbo.bid == 0 || nbbo.ask == 0) {
            return 0;
        }
        if (!nbbo.hasMidpoint()) {
            boolean fallsBack = method != Method.QUOTE && method != Method.DEPTH && !(method == Method.EMO && atTouch);
            return policy == CrossedPolicy.TICK && fallsBack ? tick : 0;
        }
        int quote = BigDecimal.valueOf(price).compareTo(nbbo.midpoint());
        int depth = nbbo.bidSize == 0 || nbbo.askSize == 0 ? 0 : Long.compare(nbbo.askSize, nbbo.bidSize);
        boolean sizesDiffer = size > 0 && nbbo.bidSize != nbbo.askSize;
        int bySize = sizesDiffer && size == nbbo.bidSize ? 1 : sizesDiffer && size == nbbo.askSize ? -1 : 0;
        return switch (method) {
            case TICK -> tick;
            case QUOTE -> quote;
            case LEE_READY -> first(quote, tick);
            case EMO -> first(atTouch ? quote : 0, tick);
            case CLNV -> first(nbbo.isNearTouch(price) ? quote : 0, tick);
            case DEPTH -> first(quote, depth);
            case TRADE_SIZE -> first(bySize, quote, tick);
            case GSU -> first(bySize, quote, depth, tick);
        };
    }

    private static int first(int... sides) {
        return Arrays.stream(sides).filter(side -> side != 0).findFirst().orElse(0);
    }

    private record Nbbo(long bid, long bidSize, long ask, long askSize) {
        boolean hasMidpoint() {
            return bid > 0 && ask > 0 && bid <= ask;
        }

        BigDecimal midpoint() {
            return BigDecimal.valueOf(bid).add(BigDecimal.valueOf(ask)).divide(BigDecimal.TWO);
        }

        boolean isNearTouch(long price) {
            BigDecimal reach = BigDecimal.valueOf(ask - bid).multiply(new BigDecimal("0.3"));
            boolean nearAsk = BigDecimal.valueOf(ask - price).compareTo(reach) <= 0;
            boolean nearBid = BigDecimal.valueOf(price - bid).compareTo(reach) <= 0;
            return price >= bid && price <= ask && (nearAsk || nearBid);
        }
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
            long[] size = random.longs(tradeCount, 0, 5).toArray();
            trades = new TradeRows(times(random, tradeCount), price, size, flags);
            long[] bid = new long[quoteCount];
            long[] ask = new long[quoteCount];
            for (int row = 0; row < quoteCount; row++) {
                bid[row] = random.nextInt(10) == 0 ? 0 : random.nextLong(96, 108);
                ask[row] = random.nextInt(10) == 0 ? 0 : random.nextLong(104, 116);
            }
            long[] bidSize = random.longs(quoteCount, -1, 5).toArray();
            long[] askSize = random.longs(quoteCount, -1, 5).toArray();
            quotes = new QuoteRows(times(random, quoteCount), bid, ask, bidSize, askSize);
        }

        /// The row of the last quote at or before an instant; -1 for none.
        int lastQuote(long atNs) {
            return firstFrom(quotes.sipNs, quoteCount, atNs + 1) - 1;
        }

        Nbbo nbbo(int row) {
            return row < 0
                    ? new Nbbo(0, 0, 0, 0)
                    : new Nbbo(
                            quotes.bid[row],
                            Math.max(0, quotes.bidSize[row]),
                            quotes.ask[row],
                            Math.max(0, quotes.askSize[row]));
        }

        private static long[] times(Random random, int count) {
            return random.longs(count, 0, 50).sorted().toArray();
        }
    }
}
