package io.m17.market.column;

import java.util.Objects;

/// A column's name and type. A nullable `LONG`, `TIMESTAMP` or `DECIMAL` column holds [#NULL] where there is no value.
public record Column(String name, ColumnType type, int scale, boolean nullable) {
    /// Stands for "no value" in a nullable column of 64-bit values.
    public static final long NULL = Long.MIN_VALUE;

    public Column {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        if (type != ColumnType.DECIMAL && scale != 0) {
            throw new IllegalArgumentException("only a decimal column has a scale [column=" + name + "]");
        }
    }

    public static Column of(String name, ColumnType type) {
        return new Column(name, type, 0, false);
    }

    public static Column decimal(String name, int scale) {
        return new Column(name, ColumnType.DECIMAL, scale, false);
    }

    public Column orNull() {
        return new Column(name, type, scale, true);
    }

    Vector newVector() {
        return switch (type) {
            case LONG, TIMESTAMP, DECIMAL -> new LongVector();
            case INT, DATE, BOOLEAN -> new IntVector();
            case DOUBLE -> new DoubleVector();
            case TEXT -> new TextVector();
            case ID -> new BytesVector();
        };
    }
}
