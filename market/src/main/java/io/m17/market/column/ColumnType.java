package io.m17.market.column;

/// How a column's values are held and what they mean.
public enum ColumnType {
    /// 64-bit integer, in a [LongVector].
    LONG,
    /// 32-bit integer, in an [IntVector].
    INT,
    /// Nanoseconds since the Unix epoch, UTC, in a [LongVector].
    TIMESTAMP,
    /// Days since the Unix epoch, in an [IntVector].
    DATE,
    /// Unscaled decimal, in a [LongVector]; the scale stands in the [Column].
    DECIMAL,
    /// IEEE double, NaN for undefined, in a [DoubleVector].
    DOUBLE,
    /// False or true as 0 or 1, in an [IntVector].
    BOOLEAN,
    /// Text with few distinct values, in a [TextVector].
    TEXT,
    /// Text with mostly distinct values, in a [BytesVector].
    ID
}
