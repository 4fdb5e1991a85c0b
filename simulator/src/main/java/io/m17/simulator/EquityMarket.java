package io.m17.simulator;

import io.m17.simulator.pricing.RandomStream;
import java.time.LocalDate;
import java.util.Arrays;

/// Runs one equity through one day: quotes, trades and planned prints in order of SIP time.
final class EquityMarket {
    private static final LocalDate FRACTIONAL_SIZES_FROM = LocalDate.of(2026, 2, 23);
    private static final double QUOTES_PRE = 0.05;
    private static final double QUOTES_POST = 0.03;
    private static final double TRADES_PRE = 0.04;
    private static final double TRADES_POST = 0.03;
    private static final long NEVER = Long.MAX_VALUE;
    private static final int QUIET_ROWS = 40;
    private static final int PRE_MARKET_ROWS = 5;

    private final SimulationConfig config;
    private final TradingHours hours;

    EquityMarket(SimulationConfig config, TradingHours hours) {
        this.config = config;
        this.hours = hours;
    }

    /// The halt of an equity that has one: eight minutes, starting on no minute's boundary.
    Halt halt(EquityProfile profile) {
        if (!profile.halts()) {
            return Halt.NONE;
        }
        RandomStream random = RandomStream.of(config.seed(), "halt " + profile.ticker());
        long latestNs = hours.closeNs() - hours.openNs() - 20 * TradingHours.MINUTE_NS;
        long startNs = hours.openNs() + 5 * TradingHours.MINUTE_NS + random.below(latestNs);
        return new Halt(startNs, startNs + 8 * TradingHours.MINUTE_NS);
    }

    /// Fills both tapes, which must be clear.
    void run(EquityProfile profile, Halt halt, QuoteTape quoteTape, TradeTape tradeTape) {
        RandomStream random = RandomStream.of(config.seed(), "equity " + config.date() + " " + profile.ticker());
        FairPrice fair = new FairPrice(random, hours, profile.openPrice(), profile.volatility());
        EquityQuotes quotes = new EquityQuotes(random, fair, profile.spreadTicks(), quoteTape);
        boolean fractional = !config.date().isBefore(FRACTIONAL_SIZES_FROM);
        EquityTrades trades = new EquityTrades(random, hours, fair, quotes, fractional, tradeTape);
        schedule(profile, halt, trades);
        merge(quoteTimes(random, profile, halt), tradeTimes(random, profile, halt), halt, quotes, trades);
    }

    private static void merge(
            long[] quoteTimes, long[] tradeTimes, Halt halt, EquityQuotes quotes, EquityTrades trades) {
        int quote = 0;
        int trade = 0;
        while (quote < quoteTimes.length || trade < tradeTimes.length || trades.nextScheduledNs() < NEVER) {
            long quoteNs = quote < quoteTimes.length ? quoteTimes[quote] : NEVER;
            long tradeNs = trade < tradeTimes.length ? tradeTimes[trade] : NEVER;
            if (trades.nextScheduledNs() <= Math.min(quoteNs, tradeNs)) {
                trades.reportScheduled();
            } else if (quoteNs <= tradeNs) {
                quotes.update(quoteNs, halt);
                quote++;
            } else {
                trades.trade(tradeNs);
                trade++;
            }
        }
    }

    /// A quiet name has an official open and no opening trade: a minute with a trade row and no volume.
    private void schedule(EquityProfile profile, Halt halt, EquityTrades trades) {
        switch (profile.presence()) {
            case FULL -> {
                if (!halt.contains(hours.openNs())) {
                    trades.scheduleAuctions();
                }
            }
            case QUIET -> trades.scheduleOfficialOpen();
            case STALE_QUOTES, PRE_MARKET_ONLY -> {}
        }
    }

    private long[] quoteTimes(RandomStream random, EquityProfile profile, Halt halt) {
        long[] times = switch (profile.presence()) {
            case FULL -> draw(random, Math.round(config.stockQuotes() * profile.share()), false, halt);
            case QUIET -> draw(random, 2 * QUIET_ROWS, false, halt);
            case STALE_QUOTES, PRE_MARKET_ONLY -> preMarket(random);
        };
        if (!halt.exists()) {
            return times;
        }
        long[] withHalt = Arrays.copyOf(times, times.length + 1);
        withHalt[times.length] = halt.startNs();
        Arrays.sort(withHalt);
        return withHalt;
    }

    private long[] tradeTimes(RandomStream random, EquityProfile profile, Halt halt) {
        return switch (profile.presence()) {
            case FULL, STALE_QUOTES -> draw(random, Math.round(config.stockTrades() * profile.share()), true, halt);
            case QUIET -> draw(random, QUIET_ROWS, true, halt);
            case PRE_MARKET_ONLY -> preMarket(random);
        };
    }

    private long[] draw(RandomStream random, long count, boolean trades, Halt halt) {
        return EventTimes.draw(
                random, count, hours, trades ? TRADES_PRE : QUOTES_PRE, trades ? TRADES_POST : QUOTES_POST, halt);
    }

    private long[] preMarket(RandomStream random) {
        return EventTimes.draw(random, PRE_MARKET_ROWS, hours, 1, 0, Halt.NONE);
    }
}
