package io.m17.simulator;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A few values worked out in full, for spot checks. Bounded: the first instruments only. Confined to one thread.
final class GoldenValues {
    private static final int EQUITIES_MAX = 20;
    private static final int GREEKS_PER_GROUP = 2;
    private static final double LEAST_DELTA = 0.15;

    private final TradingHours hours;
    private final List<GoldenBar> bars = new ArrayList<>();
    private final List<GoldenSide> sides = new ArrayList<>();
    private final List<GoldenGreek> greeks = new ArrayList<>();
    private int equities;
    private @Nullable Contract contract;
    private int greeksOfGroup;
    private boolean taken;

    GoldenValues(TradingHours hours) {
        this.hours = hours;
    }

    /// Takes the first, middle and last minute's bars, and the first trade of the session that each rule decided.
    void addEquity(String ticker, TradeTape trades, int[] byTime, QuoteTape quotes, TickerTruth truth) {
        if (equities++ >= EQUITIES_MAX) {
            return;
        }
        for (int minute : new int[] {0, hours.minutes() / 2, hours.minutes() - 1}) {
            GoldenBar bar = GoldenBar.of(ticker, minute, hours, trades, byTime, truth);
            if (bar.trades() > 0) {
                bars.add(bar);
            }
        }
        Set<SideRule> seen = EnumSet.noneOf(SideRule.class);
        for (int row : byTime) {
            if (hours.inSession(trades.sipNs(row)) && seen.add(truth.rule(row))) {
                sides.add(GoldenSide.of(ticker, trades, quotes, truth, row));
            }
        }
    }

    /// Starts a contract, whose valuations are offered next; contracts of one root, expiration and right form a
    /// group.
    void startContract(Contract next) {
        Contract last = contract;
        boolean sameGroup = last != null
                && last.root().equals(next.root())
                && last.expiration().equals(next.expiration())
                && last.right() == next.right();
        greeksOfGroup = sameGroup ? greeksOfGroup : 0;
        contract = next;
        taken = false;
    }

    /// Takes one valuation a contract, when it is fresh and the option neither far in nor far out of the money.
    void offer(GoldenGreek greek) {
        double delta = Math.abs(greek.value().delta());
        boolean central = delta > LEAST_DELTA && delta < 1 - LEAST_DELTA;
        if (!taken && greeksOfGroup < GREEKS_PER_GROUP && central && greek.fresh()) {
            greeks.add(greek);
            greeksOfGroup++;
            taken = true;
        }
    }

    List<GoldenBar> bars() {
        return List.copyOf(bars);
    }

    List<GoldenSide> sides() {
        return List.copyOf(sides);
    }

    List<GoldenGreek> greeks() {
        return List.copyOf(greeks);
    }
}
