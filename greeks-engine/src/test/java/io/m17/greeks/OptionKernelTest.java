package io.m17.greeks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OptionKernelTest {
    private final OptionKernel kernel = new OptionKernel();
    private final OptionValuation valuation = new OptionValuation();

    @Test
    void valuesTheMidOfAQuote() {
        ExpiryTerms terms = ExpiryTerms.of(0.25, 0.04, 0.01);
        double price = BlackScholes.price(100, 105, terms, 0.22, Right.PUT);
        Greeks expected = new Greeks();
        BlackScholes.greeks(100, 105, terms, 0.22, Right.PUT, expected);

        kernel.valueQuote(price - 0.05, price + 0.05, 100, 105, terms, Right.PUT, valuation);

        assertEquals(UndefinedReason.NONE, valuation.reason());
        assertEquals(price, valuation.price(), 1e-14);
        assertEquals(0.22, valuation.impliedVolatility(), 1e-13);
        assertEquals(expected.delta(), valuation.greeks().delta(), 1e-12);
        assertEquals(expected.gamma(), valuation.greeks().gamma(), 1e-12);
        assertEquals(expected.vega(), valuation.greeks().vega(), 1e-11);
        assertEquals(expected.theta(), valuation.greeks().theta(), 1e-11);
        assertEquals(expected.rho(), valuation.greeks().rho(), 1e-11);
    }

    @Test
    void valuesALockedQuote() {
        kernel.valueQuote(5, 5, 100, 100, ExpiryTerms.of(0.25, 0.04, 0), Right.CALL, valuation);
        assertEquals(UndefinedReason.NONE, valuation.reason());
    }

    @Test
    void valuesTheLastMinute() {
        ExpiryTerms terms = ExpiryTerms.of(1 / 525_600.0, 0.04, 0.01);
        double price = BlackScholes.price(600, 600.5, terms, 0.3, Right.CALL);
        kernel.valuePrice(price, 600, 600.5, terms, Right.CALL, valuation);
        assertEquals(0.3, valuation.impliedVolatility(), 1e-13);
    }

    @ParameterizedTest
    @CsvSource({
        "5,        5.1,      100,      100, 1,        0.04,     0,        NONE",
        "5,        5.1,      100,      0,   1,        0.04,     0,        NOT_FINITE",
        "5,        5.1,      100,      NaN, 1,        0.04,     0,        NOT_FINITE",
        "5,        5.1,      100,      100, NaN,      0.04,     0,        NOT_FINITE",
        "5,        5.1,      Infinity, 100, 1,        0.04,     0,        NOT_FINITE",
        "5,        5.1,      100,      100, 1,        Infinity, 0,        NOT_FINITE",
        "5,        5.1,      100,      100, 1,        0.04,     -Infinity, NOT_FINITE",
        "5,        5.1,      100,      100, 1,        1e9,      0,        NOT_FINITE",
        "5,        Infinity, 100,      100, 1,        0.04,     0,        NOT_FINITE",
        "5,        5.1,      100,      100, 0,        0.04,     0,        EXPIRED",
        "5,        5.1,      NaN,      100, -1,       NaN,      0,        EXPIRED",
        "5,        5.1,      NaN,      100, 1,        0.04,     0,        NO_UNDERLYING",
        "5,        5.1,      0,        100, 1,        0.04,     0,        NO_UNDERLYING",
        "5,        5.1,      100,      100, 1,        NaN,      0,        NO_RATE",
        "5,        5.1,      100,      100, 1,        0.04,     NaN,      NO_RATE",
        "NaN,      NaN,      100,      100, 1,        0.04,     0,        NO_QUOTE",
        "0,        0,        100,      100, 1,        0.04,     0,        NO_QUOTE",
        "0,        0.05,     100,      100, 1,        0.04,     0,        ONE_SIDED",
        "5,        NaN,      100,      100, 1,        0.04,     0,        ONE_SIDED",
        "5.2,      5.1,      100,      100, 1,        0.04,     0,        CROSSED",
        "1,        1.1,      120,      100, 1,        0.04,     0,        BELOW_INTRINSIC",
        "200,      201,      100,      100, 1,        0.04,     0,        ABOVE_MAXIMUM"
    })
    void saysWhyACallIsUndefined(
            double bid,
            double ask,
            double spot,
            double strike,
            double years,
            double rate,
            double yield,
            UndefinedReason reason) {
        kernel.valueQuote(bid, ask, spot, strike, ExpiryTerms.of(years, rate, yield), Right.CALL, valuation);
        assertEquals(reason, valuation.reason());
        assertConsistent();
    }

    @ParameterizedTest
    @CsvSource({"NaN, NO_QUOTE", "0, NO_QUOTE", "-1, NO_QUOTE", "Infinity, NOT_FINITE", "5, NONE"})
    void saysWhyAPriceIsUndefined(double price, UndefinedReason reason) {
        kernel.valuePrice(price, 100, 100, ExpiryTerms.of(1, 0.04, 0), Right.CALL, valuation);
        assertEquals(reason, valuation.reason());
        assertConsistent();
    }

    @Test
    void keepsThePriceThatCouldNotBeInverted() {
        kernel.valueQuote(1, 1.1, 120, 100, ExpiryTerms.of(1, 0.04, 0), Right.CALL, valuation);
        assertEquals(1.05, valuation.price(), 1e-15);
    }

    @Test
    void leavesNothingOfTheContractBefore() {
        kernel.valueQuote(5, 5.1, 100, 100, ExpiryTerms.of(1, 0.04, 0), Right.CALL, valuation);
        valuation.setUndefined(UndefinedReason.ADJUSTED_CONTRACT);
        assertEquals(UndefinedReason.ADJUSTED_CONTRACT, valuation.reason());
        assertTrue(Double.isNaN(valuation.price()));
        assertConsistent();
    }

    @Test
    void refusesToBeUndefinedWithoutAReason() {
        assertThrows(IllegalArgumentException.class, () -> valuation.setUndefined(UndefinedReason.NONE));
    }

    @Test
    void neverThrowsWhateverItIsGiven() {
        Random random = new Random(41);
        int defined = 0;
        for (int i = 0; i < 200_000; i++) {
            ExpiryTerms terms = ExpiryTerms.of(anything(random), anything(random), anything(random));
            Right right = random.nextBoolean() ? Right.CALL : Right.PUT;
            kernel.valueQuote(
                    anything(random), anything(random), anything(random), anything(random), terms, right, valuation);
            assertTrue(Double.isNaN(valuation.impliedVolatility()) == (valuation.reason() != UndefinedReason.NONE));
            defined += valuation.reason() == UndefinedReason.NONE ? 1 : 0;
        }
        assertTrue(defined > 1000, "defined " + defined);
    }

    private static double anything(Random random) {
        double[] special = {0, -1, 1, 100, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        double[] extreme = {Double.MIN_VALUE, Double.MIN_NORMAL, 1e-160, 1e160, Double.MAX_VALUE, 1e-9};
        return switch (random.nextInt(12)) {
            case 0 -> special[random.nextInt(special.length)];
            case 1 -> extreme[random.nextInt(extreme.length)];
            case 2 -> Math.exp(700 * (2 * random.nextDouble() - 1));
            default -> random.nextDouble();
        };
    }

    /// Bits, not digits: the same inputs must give the same artifact on every machine.
    @Test
    void givesTheSameBitsEverywhere() {
        kernel.valueQuote(3.1, 3.3, 101.25, 104, ExpiryTerms.of(0.3, 0.0431, 0.0127), Right.CALL, valuation);
        assertEquals(
                "0x1.73ddd86e8d557p-3 0x1.ca17a4c56c38cp-2 0x1.40ae54b005264p-5"
                        + " 0x1.5dc2e4e6d325bp4 -0x1.f6af91badf2e6p2 0x1.941c1f7be09b3p3",
                bits(valuation));
    }

    private static String bits(OptionValuation valuation) {
        Greeks greeks = valuation.greeks();
        return String.join(
                " ",
                Double.toHexString(valuation.impliedVolatility()),
                Double.toHexString(greeks.delta()),
                Double.toHexString(greeks.gamma()),
                Double.toHexString(greeks.vega()),
                Double.toHexString(greeks.theta()),
                Double.toHexString(greeks.rho()));
    }

    private void assertConsistent() {
        boolean undefined = valuation.reason() != UndefinedReason.NONE;
        Greeks greeks = valuation.greeks();
        assertEquals(undefined, Double.isNaN(valuation.impliedVolatility()));
        assertEquals(undefined, Double.isNaN(greeks.delta()));
        assertEquals(undefined, Double.isNaN(greeks.gamma()));
        assertEquals(undefined, Double.isNaN(greeks.vega()));
        assertEquals(undefined, Double.isNaN(greeks.theta()));
        assertEquals(undefined, Double.isNaN(greeks.rho()));
        assertEquals(undefined, Double.isNaN(greeks.vanna()));
        assertEquals(undefined, Double.isNaN(greeks.charm()));
        assertEquals(undefined, Double.isNaN(greeks.vomma()));
    }
}
