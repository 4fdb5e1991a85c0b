package io.m17.simulator;

import io.m17.simulator.pricing.RandomStream;

/// Makes a contract's best quotes: the model price inside bid and ask, rounded outward to ticks. Confined to one
/// thread.
final class OptionQuotes {
    private static final int[] VENUES = {300, 301, 302, 303, 309, 312, 313, 316, 322};
    private static final long NICKEL = 5 * Micros.CENT;
    private static final double PENNY_LIMIT = 3.0;
    private static final double HALF_SPREAD_MIN = 0.005;
    private static final double HALF_SPREAD_OF_PRICE = 0.004;
    private static final double LOCKED = 0.002;
    private static final double CROSSED = 0.002;
    private static final double ONE_SIDED = 0.002;

    private final RandomStream random;
    private final QuoteTape tape;
    private Book book = Book.EMPTY;
    private long sequence;

    OptionQuotes(RandomStream random, QuoteTape tape) {
        this.random = random;
        this.tape = tape;
        this.sequence = 1L + random.below(90_000);
    }

    /// A cent below three dollars, else five.
    static long tick(double dollars) {
        return dollars < PENNY_LIMIT ? Micros.CENT : NICKEL;
    }

    Book book() {
        return book;
    }

    /// Publishes a quote around the model price; `moneyness` is |K/S − 1| and widens the spread.
    void update(long sipNs, double fair, double moneyness) {
        double half = (HALF_SPREAD_MIN + HALF_SPREAD_OF_PRICE * fair) * (1 + 8 * moneyness + 0.5 * random.uniform());
        long bid = fair - half <= 0 ? 0 : Micros.roundDown(fair - half, tick(fair - half));
        long ask = Math.max(Micros.CENT, Micros.roundUp(fair + half, tick(fair + half)));
        Book quiet = new Book(bid, bid == 0 ? 0 : size(), ask, size());
        book = disturb(quiet);
        sequence += 1 + random.below(40);
        tape.add(sipNs, 0, book, venue(), venue(), sequence);
    }

    private Book disturb(Book quiet) {
        double kind = random.uniform();
        if (quiet.bidPrice() == 0 || kind >= LOCKED + CROSSED + ONE_SIDED) {
            return quiet;
        }
        if (kind < LOCKED) {
            return quiet.withBid(quiet.askPrice());
        }
        if (kind < LOCKED + CROSSED) {
            return quiet.withBid(quiet.askPrice() + tick(Micros.dollars(quiet.askPrice())));
        }
        return random.chance(0.5) ? quiet.withoutBid() : quiet.withoutAsk();
    }

    private long size() {
        return (1 + (long) (30 * random.exponential())) * Micros.PER_UNIT;
    }

    private int venue() {
        return VENUES[random.below(VENUES.length)];
    }
}
