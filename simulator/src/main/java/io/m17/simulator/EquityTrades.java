package io.m17.simulator;

import io.m17.simulator.pricing.RandomStream;
import java.util.Comparator;
import java.util.PriorityQueue;

/// Makes an equity's trades against its book: mostly at the touch by a known aggressor, some inside, at the
/// midpoint or through the book; late reports, cancels, errors and corrections with their records. Confined to one
/// thread.
final class EquityTrades {
    private static final double SAME_TIME_AS_QUOTE = 0.01;
    private static final double SIDE_PERSISTENCE = 0.65;
    private static final double STALE = 0.03;
    private static final double MIDPOINT = 0.1;
    private static final double IMPROVED = 0.09;
    private static final double THROUGH = 0.035;
    private static final double VOIDED = 0.004;
    private static final double LATE = 0.005;
    private static final long RECORD_DELAY_MAX_NS = 300 * TradingHours.SECOND_NS;
    private static final long OFFICIAL_DELAY_NS = 2_000_000;
    private static final long ID_BASE = 52_983_525_000_000L;

    private final RandomStream random;
    private final TradingHours hours;
    private final FairPrice fair;
    private final EquityQuotes quotes;
    private final PrintDetails details;
    private final TradeTape tape;
    private final PriorityQueue<Print> scheduled = new PriorityQueue<>(Comparator.comparingLong(Print::sipNs));
    private final long[] idByVenue = new long[PrintDetails.VENUE_COUNT];
    private Side lastSide = Side.BUY;
    private long lastSipNs;
    private long sequence;

    EquityTrades(
            RandomStream random,
            TradingHours hours,
            FairPrice fair,
            EquityQuotes quotes,
            boolean fractional,
            TradeTape tape) {
        this.random = random;
        this.hours = hours;
        this.fair = fair;
        this.quotes = quotes;
        this.details = new PrintDetails(random, hours, fractional);
        this.tape = tape;
        this.sequence = 1L + random.below(2000);
    }

    /// Plans the auction prints and the official prices of a full day; the opening print stands exactly on the
    /// open, the closing print on the close, where no window takes it. Their price is the fair price of that
    /// moment.
    void scheduleAuctions() {
        scheduled.add(details.official(hours.openNs(), SaleConditions.OPENING));
        scheduleOfficialOpen();
        scheduled.add(details.official(hours.closeNs(), SaleConditions.CLOSING));
        scheduled.add(details.official(hours.closeNs() + OFFICIAL_DELAY_NS, SaleConditions.OFFICIAL_CLOSE));
    }

    void scheduleOfficialOpen() {
        scheduled.add(details.official(hours.openNs() + OFFICIAL_DELAY_NS, SaleConditions.OFFICIAL_OPEN));
    }

    /// SIP time of the next planned print, or `Long.MAX_VALUE`.
    long nextScheduledNs() {
        Print next = scheduled.peek();
        return next == null ? Long.MAX_VALUE : next.sipNs();
    }

    /// Reports the next planned print.
    void reportScheduled() {
        Print print = scheduled.remove();
        report(print.price() == 0 ? print.withPrice(fairTick(print.sipNs())) : print);
    }

    /// A trade at about this time.
    void trade(long eventNs) {
        long quoteNs = quotes.lastSipNs();
        boolean sameTime = quoteNs >= lastSipNs && quoteNs > 0 && random.chance(SAME_TIME_AS_QUOTE);
        long sipNs = sameTime ? quoteNs : eventNs;
        Side side = random.chance(SIDE_PERSISTENCE) ? lastSide : random.chance(0.5) ? Side.BUY : Side.SELL;
        lastSide = side;
        Print print = details.complete(sipNs, price(eventNs, side), side, hours.inSession(sipNs));
        if (random.chance(LATE)) {
            report(details.late(print));
        } else if (random.chance(VOIDED)) {
            reportVoided(print);
        } else {
            report(print);
        }
    }

    private TradePrice price(long eventNs, Side side) {
        double reference = fair.at(eventNs);
        long tick = EquityQuotes.tick(reference);
        Book book = quotes.book();
        if (!book.usable()) {
            return new TradePrice(fairTick(eventNs), false);
        }
        double kind = random.uniform();
        if (kind < STALE) {
            double stale = reference + random.gaussian() * 2 * Micros.dollars(tick);
            return new TradePrice(Math.max(tick, Micros.roundNearest(stale, tick)), false);
        }
        return kind < STALE + MIDPOINT
                ? new TradePrice((book.bidPrice() + book.askPrice()) / 2, true)
                : near(book, side, tick);
    }

    /// At the touch, better than it by parts of a cent, or one tick through it.
    private TradePrice near(Book book, Side side, long tick) {
        int sign = side == Side.BUY ? 1 : -1;
        long touch = side == Side.BUY ? book.askPrice() : book.bidPrice();
        double kind = random.uniform();
        if (kind < IMPROVED) {
            return new TradePrice(touch - sign * improvement(book), true);
        }
        return new TradePrice(kind < IMPROVED + THROUGH ? Math.max(tick, touch + sign * tick) : touch, false);
    }

    private long fairTick(long eventNs) {
        double price = fair.at(eventNs);
        long tick = EquityQuotes.tick(price);
        return Math.max(tick, Micros.roundNearest(price, tick));
    }

    private long improvement(Book book) {
        long steps = book.spread() / 2 / Micros.HUNDREDTH_OF_CENT;
        return steps <= 0 ? 0 : (1 + random.below(steps)) * Micros.HUNDREDTH_OF_CENT;
    }

    private void reportVoided(Print print) {
        long recordNs = print.sipNs() + 1 + random.below(RECORD_DELAY_MAX_NS);
        if (recordNs >= hours.postNs()) {
            report(print);
            return;
        }
        switch (random.below(3)) {
            case 0 -> {
                report(print.withCorrection(Correction.CANCELLED));
                scheduled.add(print.follow(recordNs, Correction.CANCEL_RECORD, print.price()));
            }
            case 1 -> {
                report(print.withCorrection(Correction.ERRONEOUS));
                scheduled.add(print.follow(recordNs, Correction.ERROR_RECORD, print.price()));
            }
            default -> {
                report(print.withCorrection(Correction.CORRECTED));
                scheduled.add(print.follow(recordNs, Correction.CORRECTION_RECORD, print.price() * 11 / 10));
            }
        }
    }

    private void report(Print print) {
        lastSipNs = print.sipNs();
        sequence += random.chance(0.6) ? 1 : 1 + random.below(9);
        int slot = PrintDetails.venueSlot(print.exchange(), print.trfId());
        long count = ++idByVenue[slot];
        tape.add(print, sequence, print.trfId() == 0 ? count : ID_BASE + count);
    }
}
