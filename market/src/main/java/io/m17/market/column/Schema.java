package io.m17.market.column;

import java.util.List;

/// The columns of one kind of row, in order.
public record Schema(String name, List<Column> columns) {
    public Schema {
        columns = List.copyOf(columns);
    }

    public static Schema of(String name, Column... columns) {
        return new Schema(name, List.of(columns));
    }

    /// The position of the named column; an unknown name is an [IllegalArgumentException].
    public int indexOf(String column) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(column)) {
                return i;
            }
        }
        throw new IllegalArgumentException("no such column [schema=" + name + ", column=" + column + "]");
    }
}
