package io.m17.market.artifact;

import io.m17.market.column.BytesVector;
import io.m17.market.column.Column;
import io.m17.market.column.ColumnBatch;
import io.m17.market.column.DoubleVector;
import io.m17.market.column.IntVector;
import io.m17.market.column.LongVector;
import io.m17.market.column.Schema;
import io.m17.market.column.TextVector;
import io.m17.market.column.Vector;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/// Reads rows of an artifact file by range, column by column; only the pages that the rows lie in are read and decoded,
/// and each is checked against its checksum. A damaged file ends in an [ArtifactException] or, where the damage is in
/// what is not needed, in the rows that were written. Memory: the rows asked for and a page. Confined to one thread.
public final class ArtifactReader implements AutoCloseable {
    private final FileBytes file;
    private final ArtifactLayout layout;
    private final PageReader pages;
    private final ChunkReader chunks;

    private ArtifactReader(FileBytes file, ArtifactLayout layout) {
        this.file = file;
        this.layout = layout;
        this.pages = new PageReader(file);
        this.chunks = new ChunkReader(pages, layout.pageRows());
    }

    /// Opens a file and checks its footer.
    public static ArtifactReader open(Path path) {
        FileBytes file = FileBytes.open(path);
        try {
            return new ArtifactReader(file, LayoutReader.read(file));
        } catch (ArtifactException e) {
            file.close();
            throw e;
        }
    }

    /// Opens a file that must hold rows of a schema.
    public static ArtifactReader open(Path path, Schema expected) {
        ArtifactReader reader = open(path);
        if (!reader.schema().equals(expected)) {
            reader.close();
            throw new ArtifactException(
                    path,
                    "the artifact has another schema, " + reader.schema().name() + " instead of " + expected.name());
        }
        return reader;
    }

    /// The SHA-256 of a whole file, to compare with what its writer returned.
    public static byte[] sha256(Path path) {
        try {
            return Sha256.of(path);
        } catch (IOException e) {
            throw new ArtifactException(path, "the artifact cannot be read", e);
        }
    }

    public long rows() {
        return layout.rows();
    }

    /// The schema as it was written.
    public Schema schema() {
        return layout.schema();
    }

    /// All columns of rows `[fromRow, toRow)`.
    public ColumnBatch read(long fromRow, long toRow) {
        return read(schema().columns().stream().map(Column::name).toList(), fromRow, toRow);
    }

    /// The named columns of rows `[fromRow, toRow)`, in a batch whose schema has just these in that order.
    public ColumnBatch read(List<String> columns, long fromRow, long toRow) {
        checkRows(fromRow, toRow);
        int[] positions = columns.stream().mapToInt(this::position).toArray();
        List<Column> selected =
                IntStream.of(positions).mapToObj(schema().columns()::get).toList();
        ColumnBatch batch = new ColumnBatch(new Schema(schema().name(), selected));
        for (int i = 0; i < positions.length; i++) {
            read(positions[i], fromRow, toRow, batch.vector(i));
        }
        return batch;
    }

    private void read(int position, long fromRow, long toRow, Vector into) {
        Column column = schema().columns().get(position);
        int at = makeRoom(into, (int) (toRow - fromRow));
        try {
            for (ArtifactLayout.RowGroup group : layout.rowGroups()) {
                int from = Math.clamp(fromRow - group.firstRow(), 0, group.rows());
                int to = Math.clamp(toRow - group.firstRow(), 0, group.rows());
                if (from < to) {
                    chunks.read(column, group.chunks().get(position), group.rows(), from, to, into, at);
                    at += to - from;
                }
            }
        } catch (MalformedPageException e) {
            throw new ArtifactException(file.file(), "the column " + column.name() + " is damaged", e);
        }
    }

    private static int makeRoom(Vector vector, int rows) {
        return switch (vector) {
            case LongVector longs -> longs.extend(rows);
            case IntVector ints -> ints.extend(rows);
            case DoubleVector doubles -> doubles.extend(rows);
            case TextVector texts -> texts.extend(rows);
            case BytesVector ids -> ids.size();
        };
    }

    private void checkRows(long fromRow, long toRow) {
        if (fromRow < 0 || fromRow > toRow || toRow > rows() || toRow - fromRow > Integer.MAX_VALUE) {
            throw new ArtifactException(
                    file.file(), "the artifact has no rows " + fromRow + " to " + toRow + ", only " + rows());
        }
    }

    private int position(String column) {
        List<Column> columns = schema().columns();
        return IntStream.range(0, columns.size())
                .filter(i -> columns.get(i).name().equals(column))
                .findFirst()
                .orElseThrow(() -> new ArtifactException(
                        file.file(), "the artifact of " + schema().name() + " has no column " + column));
    }

    @Override
    public void close() {
        pages.close();
        file.close();
    }
}
