package io.m17.aggregation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WideQuotientTest {
    private static final BigInteger MAX_LONG = BigInteger.valueOf(Long.MAX_VALUE);

    @ParameterizedTest
    @CsvSource({
        "0,0,1,0",
        "0,1,2,1",
        "0,1,3,0",
        "0,2,3,1",
        "0,5,10,1",
        "0,4,10,0",
        "0,-1,9223372036854775807,2",
        "0,-3,2,9223372036854775807",
        "4611686018427387903,1,9223372036854775807,9223372036854775807",
        "0,9223372036854775807,1,9223372036854775807"
    })
    void roundsHalfUp(long high, long low, long divisor, long expected) {
        assertEquals(expected, WideQuotient.halfUp(high, low, divisor));
    }

    @ParameterizedTest
    @CsvSource({"1,0,2", "0,-1,1", "0,-1,2", "4611686018427387903,-1,9223372036854775807"})
    void refusesQuotientsThatNoLongHolds(long high, long low, long divisor) {
        assertThrows(ArithmeticException.class, () -> WideQuotient.halfUp(high, low, divisor));
    }

    /// Operands of every width, from one bit to the widest.
    @Property(tries = 20_000, seed = "17")
    void agreesWithBigIntegers(
            @ForAll @LongRange(min = 0) long high,
            @ForAll long low,
            @ForAll @LongRange(min = 1) long divisor,
            @ForAll @IntRange(min = 1, max = 127) int highShift,
            @ForAll @IntRange(max = 62) int divisorShift) {
        BigInteger dividend = wide(high >>> 1, low).shiftRight(highShift - 1);
        long dividendHigh = dividend.shiftRight(64).longValueExact();
        long shifted = Math.max(1, divisor >>> divisorShift);
        BigInteger expected = expectedOf(dividendHigh, dividend.longValue(), shifted);
        if (expected.compareTo(MAX_LONG) > 0) {
            ArithmeticException refused = assertThrows(
                    ArithmeticException.class, () -> WideQuotient.halfUp(dividendHigh, dividend.longValue(), shifted));
            assertTrue(String.valueOf(refused.getMessage()).contains("[high=" + dividendHigh));
        } else {
            assertEquals(expected.longValueExact(), WideQuotient.halfUp(dividendHigh, dividend.longValue(), shifted));
        }
    }

    /// Exact multiples and their neighbours, where an estimate is most easily one off.
    @Property(tries = 20_000, seed = "18")
    void isExactNextToMultiples(
            @ForAll @LongRange(min = 0) long quotient,
            @ForAll @LongRange(min = 1) long divisor,
            @ForAll @IntRange(max = 62) int quotientShift,
            @ForAll @IntRange(max = 62) int divisorShift,
            @ForAll @IntRange(min = -1, max = 1) int offset) {
        long shifted = Math.max(1, divisor >>> divisorShift);
        BigInteger half = BigInteger.valueOf(shifted >>> 1);
        BigInteger dividend = BigInteger.valueOf(quotient >>> quotientShift)
                .multiply(BigInteger.valueOf(shifted))
                .add(offset == 0 ? BigInteger.ZERO : half.multiply(BigInteger.valueOf(offset)))
                .max(BigInteger.ZERO);
        long high = dividend.shiftRight(64).longValueExact();
        BigInteger expected = expectedOf(high, dividend.longValue(), shifted);
        if (expected.compareTo(MAX_LONG) <= 0) {
            assertEquals(expected.longValueExact(), WideQuotient.halfUp(high, dividend.longValue(), shifted));
        }
    }

    private static BigInteger wide(long high, long low) {
        return BigInteger.valueOf(high).shiftLeft(64).add(new BigInteger(Long.toUnsignedString(low)));
    }

    private static BigInteger expectedOf(long high, long low, long divisor) {
        BigInteger twice = BigInteger.valueOf(divisor).shiftLeft(1);
        return wide(high, low).shiftLeft(1).add(BigInteger.valueOf(divisor)).divide(twice);
    }
}
