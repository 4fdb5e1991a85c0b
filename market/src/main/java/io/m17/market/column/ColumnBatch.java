package io.m17.market.column;

/// Rows as columns: one vector a column of the schema, all of the same length between two rows. Confined to one thread
/// at a time.
public final class ColumnBatch {
    private final Schema schema;
    private final Vector[] vectors;

    public ColumnBatch(Schema schema) {
        this.schema = schema;
        this.vectors = schema.columns().stream().map(Column::newVector).toArray(Vector[]::new);
    }

    public Schema schema() {
        return schema;
    }

    /// The number of rows.
    public int size() {
        return vectors[vectors.length - 1].size();
    }

    public Vector vector(int column) {
        return vectors[column];
    }

    public LongVector longs(String column) {
        return (LongVector) vectors[schema.indexOf(column)];
    }

    public IntVector ints(String column) {
        return (IntVector) vectors[schema.indexOf(column)];
    }

    public DoubleVector doubles(String column) {
        return (DoubleVector) vectors[schema.indexOf(column)];
    }

    public TextVector texts(String column) {
        return (TextVector) vectors[schema.indexOf(column)];
    }

    public BytesVector ids(String column) {
        return (BytesVector) vectors[schema.indexOf(column)];
    }

    /// Appends rows `[from, to)` of another batch with the same schema.
    public void appendFrom(ColumnBatch source, int from, int to) {
        for (int column = 0; column < vectors.length; column++) {
            vectors[column].appendFrom(source.vectors[column], from, to);
        }
    }

    /// Puts rows `[from, from + order.length)` into the order given by indexes relative to `from`. Rows after them must
    /// not exist: only the tail of a batch is ever reordered.
    public void reorder(int from, int[] order) {
        if (from + order.length != size()) {
            throw new IllegalArgumentException("only the last rows can be reordered [from=" + from + ", rows="
                    + order.length + ", size=" + size() + "]");
        }
        for (Vector vector : vectors) {
            vector.reorder(from, order);
        }
    }

    /// Forgets the rows and keeps the memory.
    public void clear() {
        truncate(0);
    }

    /// Forgets the rows and the texts that they had, and keeps the memory of the rows. Codes and dictionaries that
    /// somebody has from before are void.
    public void reset() {
        for (Vector vector : vectors) {
            if (vector instanceof TextVector texts) {
                texts.reset();
            } else {
                vector.truncate(0);
            }
        }
    }

    /// Forgets the rows from `size` on and keeps the memory.
    public void truncate(int size) {
        for (Vector vector : vectors) {
            vector.truncate(size);
        }
    }
}
