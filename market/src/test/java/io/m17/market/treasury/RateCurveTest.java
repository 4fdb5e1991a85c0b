package io.m17.market.treasury;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class RateCurveTest {
    private static final int ABSENT = ParYieldCurve.ABSENT;
    private static final double TOLERANCE = 1e-15;

    /// By hand: 2·ln(1.02) = 0.039605254…, 2·ln(1.025) = 0.049385225…, to 12 digits.
    @Test
    void turnsBondEquivalentYieldsIntoContinuousRates() {
        assertEquals(0.039605254592, RateCurve.continuous(400), 1e-12);
        assertEquals(0.049385225181, RateCurve.continuous(500), 1e-12);
        assertEquals(0.0, RateCurve.continuous(0));
        assertEquals(-0.0001000025000833, RateCurve.continuous(-1), 1e-15);
    }

    @Test
    void isLinearBetweenTenors() {
        RateCurve curve = RateCurve.of(monthAndYear(400, 500));
        double oneYear = 0.049385225180743;
        double oneMonth = 0.039605254592359;
        assertEquals(oneMonth + (oneYear - oneMonth) * 5 / 11, curve.rate(0.5), 1e-12);
        assertEquals(oneYear, curve.rate(1), 1e-12);
        assertEquals(oneMonth, curve.rate(1 / 12.0), 1e-12);
    }

    @Test
    void isFlatOutside() {
        RateCurve curve = RateCurve.of(monthAndYear(400, 500));
        assertEquals(RateCurve.continuous(400), curve.rate(0), TOLERANCE);
        assertEquals(RateCurve.continuous(400), curve.rate(0.01), TOLERANCE);
        assertEquals(RateCurve.continuous(500), curve.rate(35), TOLERANCE);
    }

    @Test
    void skipsAbsentTenors() {
        int[] bps = absent();
        bps[Tenor.MONTH_6.index()] = 200;
        bps[Tenor.YEAR_2.index()] = 300;
        RateCurve curve = RateCurve.of(bps);
        double middle = (RateCurve.continuous(200) + RateCurve.continuous(300)) / 2;
        assertEquals(middle, curve.rate(1.25), TOLERANCE);
        assertEquals(RateCurve.continuous(200), curve.rate(0.1), TOLERANCE);
    }

    @Property(tries = 200)
    void staysBetweenItsNeighbours(@ForAll @DoubleRange(max = 40) double years) {
        int[] bps = new int[Tenor.COUNT];
        Arrays.setAll(bps, i -> 100 + 17 * i);
        RateCurve curve = RateCurve.of(bps);
        double rate = curve.rate(years);
        double later = curve.rate(years + 0.01);
        assertTrue(rate >= RateCurve.continuous(100) && rate <= later && later <= RateCurve.continuous(287));
    }

    @Test
    void refusesNegativeTimesAndEmptyCurves() {
        RateCurve curve = RateCurve.of(monthAndYear(400, 500));
        assertThrows(IllegalArgumentException.class, () -> curve.rate(-1e-9));
        assertThrows(IllegalArgumentException.class, () -> curve.rate(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> RateCurve.of(absent()));
        assertThrows(IllegalArgumentException.class, () -> RateCurve.of(new int[11]));
    }

    private static int[] monthAndYear(int monthBps, int yearBps) {
        int[] bps = absent();
        bps[Tenor.MONTH_1.index()] = monthBps;
        bps[Tenor.YEAR_1.index()] = yearBps;
        return bps;
    }

    private static int[] absent() {
        int[] bps = new int[Tenor.COUNT];
        Arrays.fill(bps, ABSENT);
        return bps;
    }
}
