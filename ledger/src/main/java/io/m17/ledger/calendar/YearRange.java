package io.m17.ledger.calendar;

/// The years a row of a calendar table is in force, both ends included; written `1998-` or `1995-2012`.
record YearRange(int first, int last) {
    YearRange {
        if (first > last) {
            throw new IllegalArgumentException(
                    "a range of years must not end before it begins [first=" + first + ", last=" + last + "]");
        }
    }

    /// Reads `first-last`, or `first-` for a row without an end.
    static YearRange parse(String text) {
        int dash = text.indexOf('-');
        if (dash < 0) {
            throw new IllegalArgumentException("not a range of years [value=" + text + "], write 1998- or 1995-2012");
        }
        String last = text.substring(dash + 1);
        return new YearRange(
                Integer.parseInt(text.substring(0, dash)),
                last.isEmpty() ? ExchangeCalendar.LAST_YEAR : Integer.parseInt(last));
    }

    boolean contains(int year) {
        return first <= year && year <= last;
    }
}
