package io.m17.simulator;

import io.m17.simulator.pricing.RandomStream;

/// Adds venue, clocks, size and sale conditions to an equity trade. Confined to one thread.
final class PrintDetails {
    /// The vendor's number of the off-exchange facilities.
    static final int OFF_EXCHANGE = 4;

    static final int VENUE_COUNT = 32;
    private static final int[] EXCHANGES = {8, 10, 11, 12, 15, 19, 21};
    private static final int TRF_FIRST = 201;
    private static final int TRF_COUNT = 3;
    private static final int TRF_SLOT = 25;
    private static final long LATE_LIMIT_NS = 60 * TradingHours.SECOND_NS;
    private static final long LATEST_NS = 7_200 * TradingHours.SECOND_NS;

    private final RandomStream random;
    private final TradingHours hours;
    private final boolean fractional;

    PrintDetails(RandomStream random, TradingHours hours, boolean fractional) {
        this.random = random;
        this.hours = hours;
        this.fractional = fractional;
    }

    /// A small number for a venue, below [#VENUE_COUNT]: ids count from 1 at each.
    static int venueSlot(int exchange, int trfId) {
        return trfId == 0 ? exchange : TRF_SLOT + trfId - TRF_FIRST;
    }

    Print complete(long sipNs, TradePrice price, Side side, boolean inSession) {
        boolean offExchange = random.chance(price.offExchange() ? 0.8 : 0.25);
        long size = size(offExchange);
        SaleConditions conditions = conditions(size, offExchange, inSession);
        if (!offExchange) {
            long participantNs = sipNs - 12_000 - random.below(1_500_000L);
            int exchange = EXCHANGES[random.below(EXCHANGES.length)];
            return new Print(
                    sipNs, participantNs, 0, price.price(), size, exchange, 0, conditions, Correction.NONE, side);
        }
        long delayNs = 1_000_000 + (long) (0.4 * random.exponential() * TradingHours.SECOND_NS);
        long participantNs = sipNs - Math.min(delayNs, LATE_LIMIT_NS / 2);
        long trfNs = sipNs - 10_000 - random.below(40_000L);
        int trfId = TRF_FIRST + random.below(TRF_COUNT);
        return new Print(
                sipNs,
                participantNs,
                trfNs,
                price.price(),
                size,
                OFF_EXCHANGE,
                trfId,
                conditions,
                Correction.NONE,
                side);
    }

    /// The same print with a participant clock far behind; one in ten stands exactly on the limit of a minute,
    /// where it is not late, and one in ten a nanosecond past it.
    Print late(Print print) {
        double kind = random.uniform();
        long delayNs = kind < 0.1
                ? LATE_LIMIT_NS
                : kind < 0.2 ? LATE_LIMIT_NS + 1 : LATE_LIMIT_NS + random.below(LATEST_NS - LATE_LIMIT_NS);
        long participantNs = Math.max(hours.preNs(), print.sipNs() - delayNs);
        return new Print(
                print.sipNs(),
                participantNs,
                print.trfNs() == 0 ? 0 : Math.max(participantNs, print.trfNs()),
                print.price(),
                print.size(),
                print.exchange(),
                print.trfId(),
                print.conditions(),
                print.correction(),
                print.traderSide());
    }

    /// An auction or an official price of the listing exchange, still without a price: nobody is the aggressor.
    Print official(long sipNs, SaleConditions conditions) {
        long size = (500 + random.below(5_000L)) * 100 * Micros.PER_UNIT;
        int exchange = EXCHANGES[1];
        return new Print(sipNs, sipNs - 50_000, 0, 0, size, exchange, 0, conditions, Correction.NONE, Side.UNKNOWN);
    }

    private long size(boolean offExchange) {
        if (fractional && offExchange && random.chance(0.3)) {
            return 100 + random.below(50_000L) * 100;
        }
        long shares = random.chance(0.45) ? 1 + random.below(99L) : 100 * (1 + (long) (1.2 * random.exponential()));
        return shares * Micros.PER_UNIT;
    }

    private SaleConditions conditions(long size, boolean offExchange, boolean inSession) {
        boolean oddLot = size < 100 * Micros.PER_UNIT;
        if (!inSession) {
            return oddLot ? SaleConditions.FORM_T_ODD_LOT : SaleConditions.FORM_T;
        }
        if (offExchange && random.chance(0.02)) {
            return random.chance(0.6) ? SaleConditions.AVERAGE_PRICE : SaleConditions.CONTINGENT;
        }
        if (!offExchange && random.chance(0.3)) {
            return oddLot ? SaleConditions.SWEEP_ODD_LOT : SaleConditions.SWEEP;
        }
        if (oddLot) {
            return SaleConditions.ODD_LOT;
        }
        return random.chance(0.1) ? SaleConditions.REGULAR_EXPLICIT : SaleConditions.REGULAR;
    }
}
