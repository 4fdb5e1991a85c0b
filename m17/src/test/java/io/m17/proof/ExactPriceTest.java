package io.m17.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.m17.greeks.ExpiryTerms;
import io.m17.greeks.OptionKernel;
import io.m17.greeks.OptionValuation;
import io.m17.greeks.Right;
import io.m17.greeks.UndefinedReason;
import io.m17.simulator.pricing.ExactOptions;
import io.m17.simulator.pricing.OptionRight;
import io.m17.simulator.pricing.ParCurve;
import io.m17.simulator.pricing.PricedOption;
import io.m17.simulator.pricing.Tenor;
import io.m17.simulator.pricing.VolatilitySurface;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Exact model prices of the simulator through the kernel of the Greeks engine: two programs, one surface.
class ExactPriceTest {
    private static final int OPTIONS = 20_000;
    private static final VolatilitySurface SURFACE = new VolatilitySurface(0.04, 0.0625, 2, -0.5, 1);
    private static final ParCurve CURVE =
            ParCurve.of(LocalDate.of(2025, 6, 2), Map.of(Tenor.M1, 4.3, Tenor.Y1, 4.0, Tenor.Y10, 4.4));

    @Test
    void impliedVolatilitiesRecoverTheSurfaceTo1e8() {
        ExactOptions options = ExactOptions.of(7, SURFACE, CURVE, 0.01);
        OptionKernel kernel = new OptionKernel();
        OptionValuation valuation = new OptionValuation();
        for (int i = 0; i < OPTIONS; i++) {
            PricedOption option = options.next();
            kernel.valuePrice(
                    option.price(),
                    option.spot(),
                    option.strike(),
                    ExpiryTerms.of(option.years(), option.rate(), option.dividendYield()),
                    option.right() == OptionRight.CALL ? Right.CALL : Right.PUT,
                    valuation);
            assertEquals(UndefinedReason.NONE, valuation.reason(), option.toString());
            assertEquals(option.volatility(), valuation.impliedVolatility(), 1e-8, option.toString());
            assertEquals(option.vega(), valuation.greeks().vega(), 1e-6 * option.vega(), option.toString());
        }
    }
}
