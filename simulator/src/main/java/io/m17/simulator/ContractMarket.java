package io.m17.simulator;

import io.m17.simulator.pricing.RandomStream;
import java.util.Arrays;

/// Runs one option contract through one day, quotes around the model price and trades against them.
final class ContractMarket {
    private static final double REFRESHED_AT_MINUTE_END = 0.5;
    private static final long REFRESH_NS = 150_000_000L;
    private static final double AFTER_CLOSE = 0.01;
    private static final long AFTER_CLOSE_NS = 15 * TradingHours.MINUTE_NS;
    private static final double BEFORE_OPEN = 0.3;
    private static final long BEFORE_OPEN_NS = 30 * TradingHours.SECOND_NS;

    private final SimulationConfig config;
    private final TradingHours hours;
    private final OptionModel model;
    private final SpotPath spot;
    private final Halt halt;

    ContractMarket(SimulationConfig config, TradingHours hours, OptionModel model, SpotPath spot, Halt halt) {
        this.config = config;
        this.hours = hours;
        this.model = model;
        this.spot = spot;
        this.halt = halt;
    }

    /// Fills both tapes, which must be clear, with about the given numbers of rows.
    void run(Contract contract, long quoteCount, long tradeCount, QuoteTape quoteTape, TradeTape tradeTape) {
        RandomStream random = RandomStream.of(config.seed(), "contract " + config.date() + " " + contract.ticker());
        OptionQuotes quotes = new OptionQuotes(random, quoteTape);
        OptionTrades trades = new OptionTrades(random, config.optionParticipantTimestamps(), tradeTape);
        long[] quoteTimes = quoteTimes(random, quoteCount, contract.expiryNs());
        long[] tradeTimes = EventTimes.draw(random, tradeCount, hours, 0, 0, halt);
        int quote = 0;
        int trade = 0;
        while (quote < quoteTimes.length || trade < tradeTimes.length) {
            long quoteNs = quote < quoteTimes.length ? quoteTimes[quote] : Long.MAX_VALUE;
            long tradeNs = trade < tradeTimes.length ? tradeTimes[trade] : Long.MAX_VALUE;
            long eventNs = Math.min(quoteNs, tradeNs);
            double fair = model.price(contract, spot.before(eventNs), eventNs);
            if (quoteNs <= tradeNs) {
                quote++;
                quotes.update(eventNs, fair, moneyness(contract, eventNs));
            } else {
                trade++;
                trades.trade(eventNs, fair, quotes.book());
            }
        }
    }

    private double moneyness(Contract contract, long eventNs) {
        return Math.abs(contract.strike() / spot.before(eventNs) - 1);
    }

    private long[] quoteTimes(RandomStream random, long count, long expiryNs) {
        long[] times = new long[Math.toIntExact(count)];
        int kept = 0;
        for (int i = 0; i < times.length; i++) {
            long time = i == 0 && random.chance(BEFORE_OPEN)
                    ? hours.openNs() - 1 - random.below(BEFORE_OPEN_NS)
                    : quoteTime(random);
            if (!halt.contains(time) && time < expiryNs) {
                times[kept++] = time;
            }
        }
        long[] sorted = Arrays.copyOf(times, kept);
        Arrays.sort(sorted);
        return sorted;
    }

    /// Half of the quotes are refreshed within the last moments of a minute, so that many minutes close on a fresh
    /// one.
    private long quoteTime(RandomStream random) {
        if (random.chance(AFTER_CLOSE)) {
            return hours.closeNs() + random.below(AFTER_CLOSE_NS);
        }
        long time = EventTimes.inSession(random, hours);
        if (random.chance(REFRESHED_AT_MINUTE_END)) {
            long endNs = hours.minuteStartNs(hours.minuteOf(time) + 1);
            return endNs - 1 - random.below(REFRESH_NS);
        }
        return time;
    }
}
