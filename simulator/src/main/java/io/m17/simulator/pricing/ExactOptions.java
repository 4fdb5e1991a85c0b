package io.m17.simulator.pricing;

import java.util.Iterator;
import java.util.NoSuchElementException;

/// An endless, seeded sequence of unrounded option prices, for tests of formulas: no ticks, no spreads.
///
/// Volatility comes from the surface, the rate from the curve, expiry is between an hour and three years. Only
/// options whose price still carries the volatility are drawn, `vega > 1e-4·spot·√years`, so that a solver working
/// in double precision can recover it to 1e-8. Single-threaded.
public final class ExactOptions implements Iterator<PricedOption> {
    private static final double SHORTEST_YEARS = 1.0 / (365 * 24);
    private static final double LONGEST_YEARS = 3;
    private static final double WIDEST_DEVIATIONS = 5;
    private static final double LEAST_VEGA = 1e-4;
    private static final int DRAWS_MAX = 10_000;

    private final RandomStream random;
    private final VolatilitySurface surface;
    private final ParCurve curve;
    private final double dividendYield;

    private ExactOptions(RandomStream random, VolatilitySurface surface, ParCurve curve, double dividendYield) {
        this.random = random;
        this.surface = surface;
        this.curve = curve;
        this.dividendYield = dividendYield;
    }

    /// The sequence of a seed; the same arguments give the same options.
    public static ExactOptions of(long seed, VolatilitySurface surface, ParCurve curve, double dividendYield) {
        return new ExactOptions(RandomStream.of(seed, "exact-options"), surface, curve, dividendYield);
    }

    @Override
    public boolean hasNext() {
        return true;
    }

    @Override
    public PricedOption next() {
        for (int draw = 0; draw < DRAWS_MAX; draw++) {
            PricedOption option = draw();
            if (option.vega() > LEAST_VEGA * option.spot() * StrictMath.sqrt(option.years())) {
                return option;
            }
        }
        throw new NoSuchElementException("no option of this surface has a usable vega [surface=" + surface + "]");
    }

    private PricedOption draw() {
        OptionRight right = random.chance(0.5) ? OptionRight.CALL : OptionRight.PUT;
        double spot = StrictMath.exp(random.between(StrictMath.log(5), StrictMath.log(5000)));
        double years = StrictMath.exp(random.between(StrictMath.log(SHORTEST_YEARS), StrictMath.log(LONGEST_YEARS)));
        double rate = curve.continuousRate(years);
        double deviation = StrictMath.sqrt(surface.totalVariance(0, years));
        double moneyness = random.between(-WIDEST_DEVIATIONS, WIDEST_DEVIATIONS) * deviation;
        double strike = spot * StrictMath.exp(moneyness + (rate - dividendYield) * years);
        double volatility = surface.volatility(spot, strike, years, rate, dividendYield);
        var value = BlackScholes.value(right, spot, strike, years, rate, dividendYield, volatility);
        return new PricedOption(
                right, spot, strike, years, rate, dividendYield, volatility, value.price(), value.vega());
    }
}
