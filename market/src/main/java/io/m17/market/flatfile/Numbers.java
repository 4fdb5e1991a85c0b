package io.m17.market.flatfile;

/// Reads numbers out of bytes. A result below zero is one of the codes here: every number of the vendor's formats ought
/// to be zero or positive ([Values#signed] reads one that is not). Allocates nothing.
final class Numbers {
    static final long EMPTY = -1;
    static final long NOT_A_NUMBER = -2;
    static final long NEGATIVE = -3;
    static final long TOO_LARGE = -4;
    static final long TOO_MANY_DECIMALS = -5;
    static final long ZERO = -6;
    static final long NOT_A_LIST = -7;

    static final int SCALE = 6;

    private static final int LONGEST = 19;
    private static final int LONGEST_WHOLE = 12;
    private static final long MILLION = 1_000_000;
    private static final long EIGHT_DIGITS = 100_000_000;
    private static final long[] POWERS = {1, 10, 100, 1_000, 10_000, 100_000, MILLION};

    private Numbers() {}

    /// What a code says about a value, to follow its name.
    static String rule(long code) {
        return switch ((int) code) {
            case (int) EMPTY -> " is missing";
            case (int) NEGATIVE -> " is negative";
            case (int) TOO_LARGE -> " is too large";
            case (int) TOO_MANY_DECIMALS -> " has more than 6 decimals";
            case (int) ZERO -> " is zero";
            case (int) NOT_A_LIST -> " is not a list of numbers";
            default -> " is not a number";
        };
    }

    /// A whole number up to 2⁶³ - 1. Up to eight digits, and the nineteen of a timestamp, are read without a branch a
    /// digit.
    static long whole(byte[] bytes, int from, int to) {
        int length = to - from;
        if (length == LONGEST) {
            return timestamp(bytes, from, to);
        }
        if (length == 0 || length > Long.BYTES) {
            return length == 0 ? EMPTY : anyWhole(bytes, from, to);
        }
        long digits = Bytes.rightAligned(Bytes.eight(bytes, from), length);
        return Bytes.areDigits(digits) ? Bytes.number(digits) : fault(bytes, from, to);
    }

    private static long timestamp(byte[] bytes, int from, int to) {
        long high = Bytes.rightAligned(Bytes.eight(bytes, from), 3);
        long middle = Bytes.eight(bytes, from + 3);
        long low = Bytes.eight(bytes, from + 11);
        if (!Bytes.areDigits(high) || !Bytes.areDigits(middle) || !Bytes.areDigits(low)) {
            return fault(bytes, from, to);
        }
        long value = (Bytes.number(high) * EIGHT_DIGITS + Bytes.number(middle)) * EIGHT_DIGITS + Bytes.number(low);
        return value < 0 ? TOO_LARGE : value;
    }

    private static long anyWhole(byte[] bytes, int from, int to) {
        long value = 0;
        for (int i = from; i < to; i++) {
            if (!isDigit(bytes[i])) {
                return fault(bytes, from, to);
            }
            value = value * 10 + (bytes[i] - '0');
        }
        return to - from > LONGEST ? TOO_LARGE : value;
    }

    /// A decimal of at most 12 digits before and 6 significant digits behind the point, in millionths. Nothing is
    /// rounded.
    static long millionths(byte[] bytes, int from, int to) {
        int length = to - from;
        if (length == 1 && isDigit(bytes[from])) {
            return (bytes[from] - '0') * MILLION;
        }
        if (length < 2 || length > Long.BYTES) {
            return length == 0 ? EMPTY : anyMillionths(bytes, from, to);
        }
        long text = Bytes.rightAligned(Bytes.eight(bytes, from), length);
        int point = Bytes.indexOfPoint(text);
        if (point == 0) {
            return anyMillionths(bytes, from, to);
        }
        boolean isWhole = point == Long.BYTES;
        long digits = isWhole ? text : Bytes.withoutByte(text, point);
        long power = isWhole ? MILLION : POWERS[point - 1];
        return Bytes.areDigits(digits) ? Bytes.number(digits) * power : fault(bytes, from, to);
    }

    private static long anyMillionths(byte[] bytes, int from, int to) {
        long value = 0;
        int i = from;
        while (i < to && isDigit(bytes[i])) {
            value = value * 10 + (bytes[i] - '0');
            i++;
        }
        if (i - from > LONGEST_WHOLE) {
            return TOO_LARGE;
        }
        if (i == to) {
            return value * MILLION;
        }
        return bytes[i] == '.' ? fraction(bytes, from, i, to, value) : fault(bytes, from, to);
    }

    private static long fraction(byte[] bytes, int from, int point, int to, long whole) {
        if (to - from == 1) {
            return NOT_A_NUMBER;
        }
        int end = Math.min(to, point + 1 + SCALE);
        long value = whole;
        int i = point + 1;
        while (i < end && isDigit(bytes[i])) {
            value = value * 10 + (bytes[i] - '0');
            i++;
        }
        int decimals = i - point - 1;
        boolean isExact = true;
        for (; i < to; i++) {
            if (!isDigit(bytes[i])) {
                return fault(bytes, from, to);
            }
            isExact &= bytes[i] == '0';
        }
        return isExact ? value * POWERS[SCALE - decimals] : TOO_MANY_DECIMALS;
    }

    private static boolean isDigit(byte c) {
        return c >= '0' && c <= '9';
    }

    private static long fault(byte[] bytes, int from, int to) {
        boolean isNegative = to - from > 1 && bytes[from] == '-' && isNumber(bytes, from + 1, to);
        return isNegative ? NEGATIVE : NOT_A_NUMBER;
    }

    private static boolean isNumber(byte[] bytes, int from, int to) {
        int points = 0;
        for (int i = from; i < to; i++) {
            if (bytes[i] == '.') {
                points++;
            } else if (!isDigit(bytes[i])) {
                return false;
            }
        }
        return points <= 1 && to - from > points;
    }
}
