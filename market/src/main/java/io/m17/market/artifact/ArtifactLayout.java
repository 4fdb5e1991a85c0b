package io.m17.market.artifact;

import io.m17.market.column.Schema;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32C;

/// What a reader must know of a file to read its rows: the columns, and where the pages of each row group stand.
record ArtifactLayout(Schema schema, int pageRows, List<RowGroup> rowGroups) {
    /// Consecutive rows of the file, `[firstRow, firstRow + rows)`, with one chunk a column. Every page but the
    /// last has the layout's `pageRows` rows.
    record RowGroup(long firstRow, int rows, List<ChunkLayout> chunks) {}

    ArtifactLayout {
        rowGroups = List.copyOf(rowGroups);
    }

    long rows() {
        return rowGroups.isEmpty()
                ? 0
                : rowGroups.getLast().firstRow() + rowGroups.getLast().rows();
    }

    static int pagesOf(int rows, int pageRows) {
        return Math.ceilDiv(rows, pageRows);
    }

    /// CRC-32C over all of it. It stands in the footer, which Parquet leaves without a checksum of its own: a damaged
    /// footer cannot lead to rows that were never written.
    int checksum() {
        CRC32C crc = new CRC32C();
        crc.update((schema.name() + ';' + SchemaText.print(schema)).getBytes(StandardCharsets.UTF_8));
        for (RowGroup group : rowGroups) {
            crc.update(ByteBuffer.allocate(Integer.BYTES * 2)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(pageRows)
                    .putInt(group.rows())
                    .flip());
            for (ChunkLayout chunk : group.chunks()) {
                chunk.addTo(crc);
            }
        }
        return (int) crc.getValue();
    }
}
