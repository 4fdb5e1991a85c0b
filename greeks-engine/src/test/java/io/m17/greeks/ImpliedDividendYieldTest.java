package io.m17.greeks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ImpliedDividendYieldTest {
    private static final double SPOT = 500;
    private static final double RATE = 0.043;

    private static List<ParityPair> pairs(ExerciseStyle style, double years, double yield, double half) {
        ExpiryTerms terms = ExpiryTerms.of(years, RATE, yield);
        AmericanExpiry american = new AmericanExpiry(terms);
        List<ParityPair> pairs = new ArrayList<>();
        for (double strike = 450; strike <= 550; strike += 10) {
            double volatility = 0.2 + 0.0005 * Math.abs(strike - SPOT);
            double call = style == ExerciseStyle.EUROPEAN
                    ? BlackScholes.price(SPOT, strike, terms, volatility, Right.CALL)
                    : american.price(SPOT, strike, volatility, Right.CALL);
            double put = style == ExerciseStyle.EUROPEAN
                    ? BlackScholes.price(SPOT, strike, terms, volatility, Right.PUT)
                    : american.price(SPOT, strike, volatility, Right.PUT);
            pairs.add(new ParityPair(strike, call - half, call + half, put - half, put + half));
        }
        return pairs;
    }

    @ParameterizedTest
    @CsvSource({
        "EUROPEAN, 0.02, 0.013",
        "EUROPEAN, 1, 0.05",
        "EUROPEAN, 0.5, -0.01",
        "AMERICAN, 0.1, 0.013",
        "AMERICAN, 0.5, 0",
        "AMERICAN, 0.5, 0.013",
        "AMERICAN, 0.5, 0.06",
        "AMERICAN, 1, 0.03",
        "AMERICAN, 1, -0.01"
    })
    void givesBackTheYieldOfItsPrices(ExerciseStyle style, double years, double yield) {
        double found = ImpliedDividendYield.of(pairs(style, years, yield, 0.01), SPOT, years, RATE, style);
        assertEquals(yield, found, 2e-6);
    }

    @Test
    void isNotMovedByOneStaleQuote() {
        List<ParityPair> pairs = pairs(ExerciseStyle.EUROPEAN, 0.5, 0.02, 0.01);
        pairs.set(5, new ParityPair(500, 1, 1.02, 1, 1.02));
        double found = ImpliedDividendYield.of(pairs, SPOT, 0.5, RATE, ExerciseStyle.EUROPEAN);
        assertEquals(0.02, found, 1e-9);
    }

    @Test
    void givesAWideQuoteLittleWeight() {
        List<ParityPair> pairs = List.of(
                new ParityPair(500, 20, 20.02, 15, 15.02),
                new ParityPair(501, 19, 29, 15, 25),
                new ParityPair(499, 19, 29, 15, 25));
        double found = ImpliedDividendYield.of(pairs, SPOT, 0.5, RATE, ExerciseStyle.EUROPEAN);
        double expected = -Math.log((5 + 500 * Math.exp(-RATE * 0.5)) / SPOT) / 0.5;
        assertEquals(expected, found, 1e-12);
    }

    @Test
    void cannotBeHadWithoutAPairOrTime() {
        List<ParityPair> pairs = pairs(ExerciseStyle.EUROPEAN, 0.5, 0.02, 0.01);
        List<ParityPair> oneSided = List.of(new ParityPair(500, Double.NaN, 20, 15, 16));
        assertTrue(Double.isNaN(ImpliedDividendYield.of(List.of(), SPOT, 0.5, RATE, ExerciseStyle.AMERICAN)));
        assertTrue(Double.isNaN(ImpliedDividendYield.of(oneSided, SPOT, 0.5, RATE, ExerciseStyle.AMERICAN)));
        assertTrue(Double.isNaN(ImpliedDividendYield.of(pairs, SPOT, 0, RATE, ExerciseStyle.EUROPEAN)));
        assertTrue(Double.isNaN(ImpliedDividendYield.of(pairs, Double.NaN, 0.5, RATE, ExerciseStyle.EUROPEAN)));
        assertTrue(Double.isNaN(ImpliedDividendYield.of(pairs, SPOT, 1e-6, RATE, ExerciseStyle.EUROPEAN)));
    }
}
