package io.m17.simulator.pricing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ParCurveTest {
    private static final LocalDate DAY = LocalDate.of(2025, 6, 2);
    private static final ParCurve CURVE =
            ParCurve.of(DAY, Map.of(Tenor.M1, 4.00, Tenor.M4, 9.99, Tenor.Y1, 5.00, Tenor.Y10, 3.00));

    /// 2·ln 1.02, 2·ln 1.025 and 2·ln 1.015 by hand.
    @Test
    void convertsBondEquivalentYieldsToContinuousRates() {
        assertEquals(0.039605254592359425, CURVE.continuousRate(1 / 12.0), 1e-15);
        assertEquals(0.049385225180743, CURVE.continuousRate(1), 1e-15);
        assertEquals(0.02977722498750131, CURVE.continuousRate(10), 1e-15);
    }

    @Test
    void interpolatesInTimeAndSkipsAbsentAndForeignTenors() {
        assertEquals((0.039605254592359425 + 0.049385225180743) / 2, CURVE.continuousRate(13 / 24.0), 1e-15);
        assertEquals(0.049385225180743 * 8 / 9 + 0.02977722498750131 / 9, CURVE.continuousRate(2), 1e-15);
    }

    @Test
    void staysFlatOutsideTheTenors() {
        assertEquals(CURVE.continuousRate(1 / 12.0), CURVE.continuousRate(0));
        assertEquals(CURVE.continuousRate(10), CURVE.continuousRate(40));
    }

    @Test
    void refusesCurveWithoutUsableTenor() {
        assertThrows(IllegalArgumentException.class, () -> ParCurve.of(DAY, Map.of(Tenor.M4, 4.0)));
    }

    @Test
    void knowsWhenTenorsWerePublished() {
        assertFalse(Tenor.M1_5.publishedOn(LocalDate.of(2025, 2, 14)));
        assertTrue(Tenor.M1_5.publishedOn(LocalDate.of(2025, 2, 18)));
        assertFalse(Tenor.Y30.publishedOn(LocalDate.of(2004, 6, 1)));
        assertTrue(Tenor.Y30.publishedOn(LocalDate.of(2006, 2, 9)));
    }
}
