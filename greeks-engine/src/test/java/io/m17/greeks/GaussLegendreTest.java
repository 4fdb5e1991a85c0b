package io.m17.greeks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class GaussLegendreTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 12, 20, 24, 48, 160})
    void isExactForPolynomialsUpToTwiceItsPoints(int count) {
        GaussLegendre rule = GaussLegendre.of(count);
        for (int degree = 0; degree < 2 * count; degree++) {
            double sum = 0;
            for (int i = 0; i < count; i++) {
                sum += rule.weights()[i] * Math.pow(rule.nodes()[i], degree);
            }
            assertEquals(1.0 / (degree + 1), sum, 1e-13, "degree " + degree);
        }
    }
}
