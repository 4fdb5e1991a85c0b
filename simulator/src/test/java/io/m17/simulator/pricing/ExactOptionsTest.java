package io.m17.simulator.pricing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExactOptionsTest {
    private static final VolatilitySurface SURFACE = new VolatilitySurface(0.04, 0.0625, 2, -0.5, 1);
    private static final ParCurve CURVE =
            ParCurve.of(LocalDate.of(2025, 6, 2), Map.of(Tenor.M1, 4.3, Tenor.Y1, 4.0, Tenor.Y10, 4.4));

    @Test
    void givesTheVolatilityBackFromThePrice() {
        ExactOptions options = ExactOptions.of(17, SURFACE, CURVE, 0.01);
        for (int i = 0; i < 2_000; i++) {
            PricedOption option = options.next();
            assertEquals(option.volatility(), implied(option), 1e-8, option.toString());
        }
    }

    @Test
    void takesVolatilityAndRateFromSurfaceAndCurve() {
        PricedOption option = ExactOptions.of(3, SURFACE, CURVE, 0).next();
        assertEquals(CURVE.continuousRate(option.years()), option.rate());
        assertEquals(
                SURFACE.volatility(option.spot(), option.strike(), option.years(), option.rate(), 0),
                option.volatility());
    }

    @Test
    void coversShortAndLongOptionsOnBothSides() {
        ExactOptions options = ExactOptions.of(17, SURFACE, CURVE, 0);
        int calls = 0;
        int shorterThanDay = 0;
        int longerThanYear = 0;
        for (int i = 0; i < 1_000; i++) {
            PricedOption option = options.next();
            calls += option.right() == OptionRight.CALL ? 1 : 0;
            shorterThanDay += option.years() < 1 / 365.0 ? 1 : 0;
            longerThanYear += option.years() > 1 ? 1 : 0;
        }
        assertTrue(calls > 400 && calls < 600, "calls " + calls);
        assertTrue(shorterThanDay > 100 && longerThanYear > 50, shorterThanDay + " and " + longerThanYear);
    }

    @Test
    void repeatsForTheSameSeedOnly() {
        PricedOption first = ExactOptions.of(5, SURFACE, CURVE, 0).next();
        assertEquals(first, ExactOptions.of(5, SURFACE, CURVE, 0).next());
        assertTrue(!first.equals(ExactOptions.of(6, SURFACE, CURVE, 0).next()));
    }

    /// Bisection, which needs no derivative and so shares nothing with the code under test but the price.
    private static double implied(PricedOption option) {
        double low = 1e-4;
        double high = 10;
        for (int i = 0; i < 80; i++) {
            double middle = (low + high) / 2;
            double price = BlackScholes.price(
                    option.right(),
                    option.spot(),
                    option.strike(),
                    option.years(),
                    option.rate(),
                    option.dividendYield(),
                    middle);
            if (price < option.price()) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }
}
