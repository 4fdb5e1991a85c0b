package io.m17.simulator;

import io.m17.simulator.pricing.RandomStream;

/// Makes a contract's trades: no id and no sequence number, and now and then two rows that are equal in every
/// column. Confined to one thread.
final class OptionTrades {
    private static final int[] VENUES = {300, 301, 302, 303, 309, 312, 313, 316, 322};
    private static final double TWICE = 0.01;
    private static final double LATE = 0.004;
    private static final double CANCELLED = 0.003;
    private static final long LATE_NS = 61 * TradingHours.SECOND_NS;

    private final RandomStream random;
    private final boolean participantTimestamps;
    private final TradeTape tape;

    OptionTrades(RandomStream random, boolean participantTimestamps, TradeTape tape) {
        this.random = random;
        this.participantTimestamps = participantTimestamps;
        this.tape = tape;
    }

    /// A trade at this time; without a usable book it prints near the model price.
    void trade(long sipNs, double fair, Book book) {
        Side side = random.chance(0.5) ? Side.BUY : Side.SELL;
        long price = book.usable() ? against(book, side) : nearest(fair);
        long size = (1 + (long) (6 * random.exponential())) * Micros.PER_UNIT;
        int correction = random.chance(CANCELLED) ? Correction.CANCELLED : Correction.NONE;
        Print print = new Print(
                sipNs,
                participant(sipNs),
                0,
                price,
                size,
                VENUES[random.below(VENUES.length)],
                0,
                conditions(),
                correction,
                side);
        tape.add(print, 0, 0);
        if (random.chance(TWICE)) {
            tape.add(print, 0, 0);
        }
    }

    private long against(Book book, Side side) {
        double kind = random.uniform();
        long tick = OptionQuotes.tick(Micros.dollars(book.bidPrice()));
        long touch = side == Side.BUY ? book.askPrice() : book.bidPrice();
        if (kind < 0.75) {
            return touch;
        }
        long mid = (book.bidPrice() + book.askPrice()) / 2;
        if (kind < 0.87 && mid % tick == 0) {
            return mid;
        }
        long inside = side == Side.BUY ? touch - tick : touch + tick;
        return inside > book.bidPrice() && inside < book.askPrice() ? inside : touch;
    }

    private static long nearest(double fair) {
        long tick = OptionQuotes.tick(fair);
        return Math.max(tick, Micros.roundNearest(fair, tick));
    }

    /// The venue's clock, or the SIP's own time where the file has no such column, so that no row can be late.
    private long participant(long sipNs) {
        if (!participantTimestamps) {
            return sipNs;
        }
        return sipNs - (random.chance(LATE) ? LATE_NS : 20_000 + random.below(2_000_000L));
    }

    private SaleConditions conditions() {
        double kind = random.uniform();
        if (kind < 0.005) {
            return SaleConditions.OPTION_CANCELLED;
        }
        if (kind < 0.6) {
            return SaleConditions.OPTION_AUTOMATIC;
        }
        if (kind < 0.75) {
            return SaleConditions.OPTION_SWEEP;
        }
        return kind < 0.9 ? SaleConditions.OPTION_AUCTION : SaleConditions.OPTION_MULTI_LEG;
    }
}
