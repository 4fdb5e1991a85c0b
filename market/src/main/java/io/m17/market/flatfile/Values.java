package io.m17.market.flatfile;

import io.m17.market.column.Column;
import org.jspecify.annotations.Nullable;

/// The values of one line. A value that breaks its column's rule is read as something below zero, and the first such
/// fault is kept until [#reset()]: a row is read whole and then asked once. Allocates nothing unless the fault is asked
/// for.
final class Values {
    private static final int NONE = -1;

    private final Fields fields;
    private int faultColumn = NONE;
    private long faultCode;

    Values(Fields fields) {
        this.fields = fields;
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
        return isFaulty() ? fields.fault(faultColumn, Numbers.rule(faultCode)) : null;
    }

    /// A time that must be there and is not the epoch.
    long time(int column) {
        return positive(column, Numbers.whole(fields.bytes(), fields.start(column), fields.end(column)));
    }

    /// A time that may be missing, which the vendor also writes as 0.
    long timeOrNull(int column) {
        long value = numberOrNull(column);
        return value == 0 ? Column.NULL : value;
    }

    long numberOrNull(int column) {
        if (fields.length(column) == 0) {
            return Column.NULL;
        }
        return checked(column, Numbers.whole(fields.bytes(), fields.start(column), fields.end(column)));
    }

    int small(int column) {
        return (int) checked(column, Numbers.small(fields.bytes(), fields.start(column), fields.end(column)));
    }

    int smallOrZero(int column) {
        return fields.length(column) == 0 ? 0 : small(column);
    }

    /// A decimal in millionths, zero or more.
    long millionths(int column) {
        return checked(column, Numbers.millionths(fields.bytes(), fields.start(column), fields.end(column)));
    }

    /// A decimal in millionths, more than zero.
    long positiveMillionths(int column) {
        return positive(column, Numbers.millionths(fields.bytes(), fields.start(column), fields.end(column)));
    }

    /// Says that a field is not what its column holds.
    void fail(int column, long code) {
        if (faultColumn == NONE) {
            faultColumn = column;
            faultCode = code;
        }
    }

    private long positive(int column, long value) {
        return checked(column, value == 0 ? Numbers.ZERO : value);
    }

    private long checked(int column, long value) {
        if (value < 0) {
            fail(column, value);
        }
        return value;
    }
}
