package io.m17.simulator;

import io.m17.simulator.pricing.OptionRight;
import io.m17.simulator.pricing.RandomStream;
import io.m17.simulator.pricing.VolatilitySurface;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// An option chain: its surface and its contracts in file order. A value.
record ChainProfile(String root, VolatilitySurface surface, List<Contract> contracts) {
    private static final double[] STRIKE_STEPS = {0.5, 1, 2.5, 5, 10, 25};
    private static final double STEP_OF_SPOT = 0.008;

    /// Strikes stand around the spot, wider apart for later expirations.
    static ChainProfile of(SimulationConfig config, EquityProfile underlying, double spot) {
        List<LocalDate> expirations = Expirations.of(config.date(), config.expirations());
        List<Contract> contracts = new ArrayList<>();
        for (int i = 0; i < expirations.size(); i++) {
            long expiryNs = TradingHours.expiryNs(expirations.get(i), config.date(), config.close());
            long step = step(spot * (1 + i));
            long center = Math.round(spot * 1000 / step) * step;
            for (int j = 0; j < config.strikes(); j++) {
                long strike = center + (j - config.strikes() / 2) * step;
                if (strike > 0) {
                    contracts.add(
                            new Contract(underlying.ticker(), expirations.get(i), OptionRight.CALL, strike, expiryNs));
                    contracts.add(
                            new Contract(underlying.ticker(), expirations.get(i), OptionRight.PUT, strike, expiryNs));
                }
            }
        }
        contracts.sort(Comparator.comparing(Contract::ticker));
        return new ChainProfile(underlying.ticker(), surface(config, underlying), List.copyOf(contracts));
    }

    /// The ledger's name of the chain: `O:SPY`.
    String symbol() {
        return "O:" + root;
    }

    private static long step(double scale) {
        double wanted = scale * STEP_OF_SPOT;
        double step = STRIKE_STEPS[0];
        for (double candidate : STRIKE_STEPS) {
            if (candidate <= wanted) {
                step = candidate;
            }
        }
        return Math.round(step * 1000);
    }

    private static VolatilitySurface surface(SimulationConfig config, EquityProfile underlying) {
        RandomStream random = RandomStream.of(config.seed(), "surface " + underlying.ticker());
        double volatility = underlying.volatility();
        double shortVolatility = volatility * random.between(0.9, 1.1);
        double longVolatility = volatility * random.between(1.05, 1.3);
        return new VolatilitySurface(
                shortVolatility * shortVolatility,
                longVolatility * longVolatility,
                random.between(1, 3),
                random.between(-0.6, -0.3),
                random.between(0.6, 1.0));
    }
}
