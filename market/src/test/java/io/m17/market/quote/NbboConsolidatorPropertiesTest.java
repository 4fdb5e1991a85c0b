package io.m17.market.quote;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// The consolidator against a search through everything that every exchange ever quoted.
class NbboConsolidatorPropertiesTest {
    private static final int QUOTES = 120;

    /// @param order the quote from which on price and size have stood as they are
    private record Standing(int exchange, long price, long size, int order) {}

    private record Quote(int exchange, long[] bid, long[] ask) {}

    @Property(tries = 300, seed = "20251103")
    void agreesWithBruteForce(@ForAll long seed) {
        Random random = new Random(seed);
        NbboConsolidator consolidator = new NbboConsolidator();
        List<Quote> quotes = new ArrayList<>();
        long timeNs = 0;
        String before = "";
        for (int i = 0; i < QUOTES; i++) {
            Quote quote = new Quote(random.nextInt(6), side(random, 98), side(random, 100));
            timeNs += random.nextInt(2);
            quotes.add(quote);
            NbboConsolidator.Outcome outcome =
                    consolidator.accept(quote.exchange, timeNs, quote.bid[0], quote.bid[1], quote.ask[0], quote.ask[1]);
            String expected = best(quotes, true) + " " + best(quotes, false);
            assertEquals(expected, nbbo(consolidator), "after quote " + i);
            boolean changed = i == 0 ? !expected.equals("-1:0x0 -1:0x0") : !expected.equals(before);
            assertEquals(changed, outcome == NbboConsolidator.Outcome.CHANGED, "outcome of quote " + i);
            before = expected;
        }
    }

    /// Few prices and sizes, so that ties are common; now and then none.
    private static long[] side(Random random, long lowest) {
        return random.nextInt(6) == 0
                ? new long[] {0, 0}
                : new long[] {lowest + random.nextInt(4), 1 + (long) random.nextInt(3)};
    }

    private static String nbbo(NbboConsolidator nbbo) {
        return nbbo.bidExchange() + ":" + nbbo.bidPrice() + "x" + nbbo.bidSize() + " " + nbbo.askExchange() + ":"
                + nbbo.askPrice() + "x" + nbbo.askSize();
    }

    private static String best(List<Quote> quotes, boolean bid) {
        Comparator<Standing> byPrice = Comparator.comparingLong(Standing::price);
        List<Standing> standing = new ArrayList<>();
        for (int exchange = 0; exchange < 6; exchange++) {
            standing(quotes, exchange, bid).ifPresent(standing::add);
        }
        return standing.stream()
                .min((bid ? byPrice.reversed() : byPrice)
                        .thenComparing(Comparator.comparingLong(Standing::size).reversed())
                        .thenComparingInt(Standing::order))
                .map(best -> best.exchange + ":" + best.price + "x" + best.size)
                .orElse("-1:0x0");
    }

    private static Optional<Standing> standing(List<Quote> quotes, int exchange, boolean bid) {
        Optional<Standing> standing = Optional.empty();
        for (int i = 0; i < quotes.size(); i++) {
            if (quotes.get(i).exchange == exchange) {
                long[] side = bid ? quotes.get(i).bid : quotes.get(i).ask;
                int order = i;
                boolean same = standing.filter(last -> last.price == side[0] && last.size == side[1])
                        .isPresent();
                if (side[0] == 0) {
                    standing = Optional.empty();
                } else if (!same) {
                    standing = Optional.of(new Standing(exchange, side[0], side[1], order));
                }
            }
        }
        return standing;
    }
}
