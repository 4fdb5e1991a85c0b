package io.m17.aggregation;

/// Exact division of a 128-bit number that is not negative, given as two words, by a `long`.
final class WideQuotient {
    private WideQuotient() {}

    /// The quotient rounded half up. `high` is below 2^62 and `divisor` above 0. Throws `ArithmeticException` when the
    /// quotient exceeds a `long`.
    ///
    /// Half the divisor is added and the rest cut off, so that rounding costs no branch. A number below 2^63 takes one
    /// division of the processor's. Otherwise the quotient is estimated in double precision and the remainder kept
    /// exactly: the first estimate leaves at most 2^12 divisors and usually less than one, a second at most one more or
    /// less than it should, a third none.
    static long halfUp(long high, long low, long divisor) {
        long restLow = low + (divisor >>> 1);
        long restHigh = high + (Long.compareUnsigned(restLow, low) < 0 ? 1 : 0);
        if (restHigh == 0 && restLow >= 0) {
            return restLow / divisor;
        }
        if (Long.compareUnsigned(restHigh << 1 | restLow >>> 63, divisor) >= 0) {
            throw new ArithmeticException("quotient exceeds 63 bits [high=" + high + ", low=" + low + ", divisor="
                    + divisor + "], keep the sums smaller");
        }
        long quotient = 0;
        long estimate = (long) ((restHigh * 0x1p64 + (restLow >>> 1) * 2.0) / divisor);
        while (true) {
            long productLow = estimate * divisor;
            restHigh -= Math.multiplyHigh(estimate, divisor) + (Long.compareUnsigned(restLow, productLow) < 0 ? 1 : 0);
            restLow -= productLow;
            quotient += estimate;
            if (restHigh == 0 && restLow >= 0 && restLow < divisor) {
                return quotient;
            }
            estimate = (long) Math.floor(toDouble(restHigh, restLow) / divisor);
        }
    }

    /// Close to the signed number of both words, however small it is.
    private static double toDouble(long high, long low) {
        if (high == low >> 63) {
            return low;
        }
        return high * 0x1p64 + (low >>> 1) * 2.0;
    }
}
