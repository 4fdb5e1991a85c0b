package io.m17.simulator;

import io.m17.simulator.pricing.RandomStream;

/// Makes an equity's best quotes around its fair price: flicker of a tick, and the anomalies a reader must survive
/// — locked, crossed and one-sided books, several quotes at one nanosecond. Confined to one thread.
final class EquityQuotes {
    private static final int[] VENUES = {8, 10, 11, 12, 15, 19, 21};
    private static final double SAME_TIME = 0.01;
    private static final double FLICKER = 0.25;
    private static final double LOCKED = 0.005;
    private static final double CROSSED = 0.003;
    private static final double ONE_SIDED = 0.003;

    private final RandomStream random;
    private final FairPrice fair;
    private final double spreadTicks;
    private final QuoteTape tape;
    private Book book = Book.EMPTY;
    private long lastSipNs;
    private long sequence;

    EquityQuotes(RandomStream random, FairPrice fair, double spreadTicks, QuoteTape tape) {
        this.random = random;
        this.fair = fair;
        this.spreadTicks = spreadTicks;
        this.tape = tape;
        this.sequence = 1L + random.below(2000);
    }

    /// The tick of a price: a cent from one dollar on, a hundredth of a cent below.
    static long tick(double dollars) {
        return dollars >= 1 ? Micros.CENT : Micros.HUNDREDTH_OF_CENT;
    }

    Book book() {
        return book;
    }

    /// SIP time of the last quote, 0 before the first.
    long lastSipNs() {
        return lastSipNs;
    }

    /// Publishes a new quote at about this time; the empty one where a halt starts.
    void update(long eventNs, Halt halt) {
        if (halt.exists() && eventNs == halt.startNs()) {
            publish(eventNs, Book.EMPTY);
            return;
        }
        long sipNs = lastSipNs > 0 && random.chance(SAME_TIME) ? lastSipNs : eventNs;
        publish(sipNs, disturb(around(fair.at(eventNs))));
    }

    private Book around(double price) {
        long tick = tick(price);
        double half = spreadTicks * (0.4 + 0.6 * random.exponential()) * Micros.dollars(tick);
        long bid = Math.max(tick, Micros.roundDown(price - half, tick));
        long ask = Math.max(bid + tick, Micros.roundUp(price + half, tick));
        if (random.chance(FLICKER)) {
            if (random.chance(0.5)) {
                bid = Math.max(tick, bid - tick);
            } else {
                ask += tick;
            }
        }
        return new Book(bid, size(), ask, size());
    }

    private Book disturb(Book quiet) {
        double kind = random.uniform();
        if (kind < LOCKED) {
            return quiet.withBid(quiet.askPrice());
        }
        if (kind < LOCKED + CROSSED) {
            return quiet.withBid(quiet.askPrice() + tick(Micros.dollars(quiet.askPrice())));
        }
        if (kind < LOCKED + CROSSED + ONE_SIDED) {
            return random.chance(0.5) ? quiet.withoutBid() : quiet.withoutAsk();
        }
        return quiet;
    }

    /// Shares in round lots.
    private long size() {
        return (1 + (long) (4 * random.exponential())) * 100 * Micros.PER_UNIT;
    }

    private void publish(long sipNs, Book next) {
        book = next;
        lastSipNs = sipNs;
        sequence += random.chance(0.6) ? 1 : 1 + random.below(9);
        long participantNs = sipNs - 8_000 - random.below(900_000L);
        tape.add(sipNs, participantNs, next, venue(), venue(), sequence);
    }

    private int venue() {
        return VENUES[random.below(VENUES.length)];
    }
}
