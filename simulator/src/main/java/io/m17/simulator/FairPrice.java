package io.m17.simulator;

import io.m17.simulator.pricing.RandomStream;

/// A driftless geometric random walk in dollars, slower outside the session. Confined to one thread.
final class FairPrice {
    private static final double SESSION_SECONDS_PER_YEAR = 252 * 23_400.0;
    private static final double EXTENDED_HOURS_SPEED = 0.15;
    private static final double PRICE_MIN = 0.05;

    private final RandomStream random;
    private final TradingHours hours;
    private final double deviationPerSqrtSecond;
    private double price;
    private long atNs;

    FairPrice(RandomStream random, TradingHours hours, double price, double volatility) {
        this.random = random;
        this.hours = hours;
        this.price = price;
        this.deviationPerSqrtSecond = volatility / Math.sqrt(SESSION_SECONDS_PER_YEAR);
        this.atNs = hours.preNs();
    }

    /// Walks to a moment that is not before the last one and returns the price there.
    double at(long eventNs) {
        if (eventNs > atNs) {
            double seconds = (eventNs - atNs) / (double) TradingHours.SECOND_NS;
            double effective = hours.inSession(eventNs) ? seconds : seconds * EXTENDED_HOURS_SPEED;
            double step = deviationPerSqrtSecond * Math.sqrt(effective) * random.gaussian();
            price = Math.max(PRICE_MIN, price * StrictMath.exp(step));
            atNs = eventNs;
        }
        return price;
    }
}
