package io.m17.market.flatfile;

import io.m17.market.column.Column;
import org.jspecify.annotations.Nullable;

/// The values of a line by the rules of their columns. The first value that breaks a rule is kept until [#reset()]: a
/// row is read whole and then asked once. Allocates nothing unless the fault is asked for.
final class Values {
    private static final int NONE = -1;

    private final Line line;
    private int faultColumn = NONE;
    private long faultCode;

    Values(Line line) {
        this.line = line;
    }

    void reset() {
        faultColumn = NONE;
    }

    boolean isFaulty() {
        return faultColumn != NONE;
    }

    /// The first fault as a sentence, or null.
    @Nullable
    String fault() {
        return isFaulty() ? line.fault(faultColumn, Numbers.rule(faultCode)) : null;
    }

    /// A number, zero or more, that must be there.
    long number(int column) {
        long value = line.numbers[column];
        if (value < 0) {
            fail(column, value);
        }
        return value;
    }

    /// A number, more than zero, that must be there.
    long positive(int column) {
        long value = number(column);
        if (value == 0) {
            fail(column, Numbers.ZERO);
        }
        return value;
    }

    /// A decimal of either sign that must be there.
    long signed(int column) {
        long value = line.numbers[column];
        if (value >= 0) {
            return value;
        }
        long magnitude = value == Numbers.NEGATIVE
                ? Numbers.millionths(line.bytes, line.starts[column] + 1, line.ends[column])
                : value;
        if (magnitude < 0) {
            fail(column, magnitude);
        }
        return -magnitude;
    }

    /// A number that may be missing.
    long numberOrNull(int column) {
        return line.numbers[column] == Numbers.EMPTY ? Column.NULL : number(column);
    }

    /// A time that may be missing, which the vendor also writes as 0.
    long timeOrNull(int column) {
        long value = line.numbers[column];
        return value == 0 || value == Numbers.EMPTY ? Column.NULL : number(column);
    }

    /// A number below 2³¹ that must be there.
    int small(int column) {
        long value = number(column);
        if (value > Integer.MAX_VALUE) {
            fail(column, Numbers.TOO_LARGE);
        }
        return (int) value;
    }

    /// A number below 2³¹, 0 where it is missing.
    int smallOrZero(int column) {
        return line.numbers[column] == Numbers.EMPTY ? 0 : small(column);
    }

    /// Says that a field is not what its column holds.
    void fail(int column, long code) {
        if (faultColumn == NONE) {
            faultColumn = column;
            faultCode = code;
        }
    }
}
