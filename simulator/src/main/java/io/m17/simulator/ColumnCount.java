package io.m17.simulator;

/// What a right run must produce in one column: windows expected, those with at least one row, and rows. A value.
record ColumnCount(long expected, long nonEmpty, long rows) {
    static final ColumnCount ZERO = new ColumnCount(0, 0, 0);

    ColumnCount plus(ColumnCount other) {
        return new ColumnCount(expected + other.expected, nonEmpty + other.nonEmpty, rows + other.rows);
    }

    /// The count of a column with these rows a minute, all minutes expected.
    static ColumnCount ofMinutes(long[] rowsByMinute) {
        long nonEmpty = 0;
        long rows = 0;
        for (long count : rowsByMinute) {
            nonEmpty += count > 0 ? 1 : 0;
            rows += count;
        }
        return new ColumnCount(rowsByMinute.length, nonEmpty, rows);
    }
}
