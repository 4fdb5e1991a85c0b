package io.m17.publication.source;

import io.m17.market.column.RowCarry;

/// Rows of an instrument in order of time, over a stretch of the session's minutes, and what these minutes hand on. The
/// first stretch has the rows outside the session too. Confined to one thread.
///
/// @param digests of the state at the open, then at the end of each minute up to the stretch's last
/// @param <C> the typed columns
record TimedRows<C>(SourceRows<C> rows, MinuteIndex index, int[] digests, int fromMinute, int toMinute) {
    /// All rows of an instrument.
    static <C> TimedRows<C> of(SourceRows<C> rows, MinuteIndex index) {
        int[] digests = new int[index.minutes() + 1];
        RowCarry carry = rows.newCarry();
        open(carry, index, digests);
        accept(carry, index, 0, index.minutes(), digests);
        return new TimedRows<>(rows, index, digests, 0, index.minutes());
    }

    /// Takes the rows before the open.
    static void open(RowCarry carry, MinuteIndex index, int[] digests) {
        for (int row = index.from(); row < index.from() + index.beforeOpen(); row++) {
            carry.accept(row);
        }
        digests[0] = carry.digest();
    }

    /// Takes the rows of minutes `[from, to)`.
    static void accept(RowCarry carry, MinuteIndex index, int from, int to, int[] digests) {
        for (int minute = from; minute < to; minute++) {
            for (int row = index.from(minute); row < index.to(minute); row++) {
                carry.accept(row);
            }
            digests[minute + 1] = carry.digest();
        }
    }

    /// Whether this is where the session begins.
    boolean isFirst() {
        return fromMinute == 0;
    }

    boolean covers(int minute) {
        return minute >= fromMinute && minute < toMinute;
    }
}
