package io.m17.greeks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.opengamma.strata.pricer.impl.option.BlackFormulaRepository;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ImpliedVolatilityTest {
    private static final double ULP = 0x1p-52;
    private static final double MINUTE_LOG_YEARS = Math.log(1 / 525_600.0);
    private static final double DECADE_LOG_YEARS = Math.log(10);

    private final ImpliedVolatility solver = new ImpliedVolatility();

    /// Any option from one minute to ten years and from 1 % to 500 %, up to 30 standard deviations from the
    /// money.
    @Property(tries = 5000, seed = "31")
    void findsTheVolatilityItWasPricedWith(
            @ForAll @DoubleRange(min = 0, max = 1) @Scale(12) double timeShare,
            @ForAll @DoubleRange(min = 0, max = 1) @Scale(12) double volatilityShare,
            @ForAll @DoubleRange(min = -30, max = 30) @Scale(12) double deviations,
            @ForAll @DoubleRange(min = -0.02, max = 0.1) @Scale(6) double rate,
            @ForAll Right right) {
        double years = Math.exp(MINUTE_LOG_YEARS + timeShare * (DECADE_LOG_YEARS - MINUTE_LOG_YEARS));
        double volatility = 0.01 * Math.exp(volatilityShare * Math.log(500));
        double moneyness = Math.clamp(deviations * volatility * Math.sqrt(years), -12, 12);
        checkRoundTrip(100 * Math.exp(moneyness), years, volatility, rate, right);
    }

    /// The same over strikes that do not shrink with time: mostly far out of the money, or without time value.
    @Property(tries = 5000, seed = "32", maxDiscardRatio = 20)
    void findsTheVolatilityAtAnyStrike(
            @ForAll @DoubleRange(min = 0, max = 1) @Scale(12) double timeShare,
            @ForAll @DoubleRange(min = 0, max = 1) @Scale(12) double volatilityShare,
            @ForAll @DoubleRange(min = -4, max = 4) @Scale(12) double moneyness,
            @ForAll Right right) {
        double years = Math.exp(MINUTE_LOG_YEARS + timeShare * (DECADE_LOG_YEARS - MINUTE_LOG_YEARS));
        double volatility = 0.01 * Math.exp(volatilityShare * Math.log(500));
        checkRoundTrip(100 * Math.exp(moneyness), years, volatility, 0.03, right);
    }

    /// A price is known to one unit in its last place, and so is each leg of the intrinsic value. Relative to the
    /// time value that is `blur`, and volatility takes it times its condition number, time value/(vega · σ).
    /// Where the product is below 1e-10/32 the price determines the volatility to 1e-10; there both are checked,
    /// else the case is discarded.
    private void checkRoundTrip(double strike, double years, double volatility, double rate, Right right) {
        ExpiryTerms terms = ExpiryTerms.of(years, rate, 0.01);
        double forward = terms.forward(100);
        double price = BlackScholes.price(100, strike, terms, volatility, right);
        double timeValue = Math.min(price, BlackScholes.price(100, strike, terms, volatility, opposite(right)));
        Greeks greeks = new Greeks();
        BlackScholes.greeks(100, strike, terms, volatility, right, greeks);
        boolean inTheMoney = price > timeValue;
        double blur = ULP * (inTheMoney ? (price + terms.discount() * (forward + strike)) / timeValue : 1);
        double condition = timeValue / (greeks.vega() * volatility);
        Assume.that(timeValue > 1e-290 && 32 * blur * condition < 1e-10 && blur < 0.01);

        double found = solver.solve(price, forward, strike, years, terms.discount(), right);

        assertEquals(UndefinedReason.NONE, solver.reason());
        assertEquals(volatility, found, 1e-10 * volatility);
        assertEquals(volatility, found, volatility * (16 * ULP + 32 * blur * condition));
        double again = BlackScholes.price(100, strike, terms, found, right);
        assertEquals(price, again, 4 * ULP * price + 16 * ULP * timeValue / condition);
        assertTrue(solver.steps() <= 4, () -> "steps " + solver.steps());
    }

    private static Right opposite(Right right) {
        return switch (right) {
            case CALL -> Right.PUT;
            case PUT -> Right.CALL;
        };
    }

    @Test
    void agreesWithStrata() {
        for (double strike : new double[] {60, 90, 100, 101, 140}) {
            for (double years : new double[] {1 / 365.0, 0.25, 2}) {
                for (Right right : Right.values()) {
                    boolean call = right == Right.CALL;
                    double price = BlackFormulaRepository.price(100, strike, years, 0.35, call);
                    if (BlackFormulaRepository.vega(100, strike, years, 0.35) > 1e-3) {
                        double theirs = BlackFormulaRepository.impliedVolatility(price, 100, strike, years, call);
                        assertEquals(theirs, solver.solve(price, 100, strike, years, 1, right), 1e-10);
                    }
                }
            }
        }
    }

    /// J. Hull, *Options, Futures, and Other Derivatives*, "Implied volatilities": 0.235 for a call at 1.875.
    @Test
    void findsThePublishedVolatility() {
        double discount = Math.exp(-0.1 * 0.25);
        assertEquals(0.235, solver.solve(1.875, 21 / discount, 20, 0.25, discount, Right.CALL), 0.0005);
    }

    @Test
    void agreesOnBothSidesOfTheMoney() {
        double call = solver.solve(12.5, 100, 95, 0.5, 0.98, Right.CALL);
        double put = solver.solve(12.5 - 0.98 * 5, 100, 95, 0.5, 0.98, Right.PUT);
        assertEquals(call, put, 1e-14);
    }

    @ParameterizedTest
    @CsvSource({
        "10.0,      110, 100, 1,   1,    CALL, BELOW_INTRINSIC",
        "9.99,      110, 100, 1,   1,    CALL, BELOW_INTRINSIC",
        "0,         100, 110, 1,   1,    CALL, BELOW_INTRINSIC",
        "-1,        100, 110, 1,   1,    CALL, BELOW_INTRINSIC",
        "4.75,       95, 100, 1,   0.95, PUT,  BELOW_INTRINSIC",
        "1e-320,    100, 110, 1,   1,    CALL, BELOW_INTRINSIC",
        "100,       100, 110, 1,   1,    CALL, ABOVE_MAXIMUM",
        "100,       100, 100, 1,   1,    PUT,  ABOVE_MAXIMUM",
        "111,       120, 110, 1,   1,    PUT,  ABOVE_MAXIMUM",
        "5,         100, 100, 0,   1,    CALL, EXPIRED",
        "5,         100, 100, -1,  1,    CALL, EXPIRED",
        "NaN,       100, 100, 1,   1,    CALL, NOT_FINITE",
        "Infinity,  100, 100, 1,   1,    CALL, NOT_FINITE",
        "5,           0, 100, 1,   1,    CALL, NOT_FINITE",
        "5,         NaN, 100, 1,   1,    CALL, NOT_FINITE",
        "5,         100,  -1, 1,   1,    CALL, NOT_FINITE",
        "5,         100, 100, NaN, 1,    CALL, NOT_FINITE",
        "5,         100, 100, 1,   0,    CALL, NOT_FINITE"
    })
    void saysWhyThereIsNoVolatility(
            double price,
            double forward,
            double strike,
            double years,
            double discount,
            Right right,
            UndefinedReason reason) {
        assertTrue(Double.isNaN(solver.solve(price, forward, strike, years, discount, right)));
        assertEquals(reason, solver.reason());
    }

    /// Discounting the legs one by one must not leave a time value where there is none.
    @Test
    void takesRoundingForNoTimeValue() {
        for (int i = 0; i < 10_000; i++) {
            double strike = 100 - 0.0037 * i;
            double discount = Math.exp(-1e-5 * i);
            double price = discount * (100.5 - strike);
            assertTrue(Double.isNaN(solver.solve(price, 100.5, strike, 0.1, discount, Right.CALL)));
            assertEquals(UndefinedReason.BELOW_INTRINSIC, solver.reason());
        }
    }

    @Test
    void forgetsTheReasonOfTheInputBefore() {
        assertTrue(Double.isNaN(solver.solve(-1, 100, 100, 1, 1, Right.CALL)));
        assertTrue(solver.solve(5, 100, 100, 1, 1, Right.CALL) > 0);
        assertEquals(UndefinedReason.NONE, solver.reason());
    }
}
