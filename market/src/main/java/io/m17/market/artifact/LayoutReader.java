package io.m17.market.artifact;

import io.m17.market.column.Column;
import io.m17.market.column.Schema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.KeyValue;
import org.apache.parquet.format.OffsetIndex;
import org.apache.parquet.format.PageLocation;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.SchemaElement;
import org.jspecify.annotations.Nullable;
import shaded.parquet.org.apache.thrift.TException;

/// Reads what stands at the end of an artifact, footer and offset indexes, and believes it only when it fits the layout
/// checksum and the file's length.
final class LayoutReader {
    private static final int TRAILER_BYTES = Integer.BYTES + ArtifactFormat.MAGIC.length;

    private final FileBytes file;
    private final long footerOffset;
    private final FileMetaData footer = new FileMetaData();

    private LayoutReader(FileBytes file, FileRange footerRange) throws TException {
        this.file = file;
        this.footerOffset = footerRange.offset();
        Thrift.read(footer, file.read(footerRange), 0, footerRange.lengthBytes());
    }

    static ArtifactLayout read(FileBytes file) {
        FileRange footer = locateFooter(file);
        try {
            return new LayoutReader(file, footer).layout();
        } catch (ArtifactException e) {
            throw e;
        } catch (TException | RuntimeException e) {
            throw new ArtifactException(file.file(), "the artifact's footer is damaged", e);
        }
    }

    private static FileRange locateFooter(FileBytes file) {
        int magicBytes = ArtifactFormat.MAGIC.length;
        long length = file.lengthBytes();
        if (length < magicBytes + TRAILER_BYTES) {
            throw new ArtifactException(file.file(), "no artifact, the file is too short, " + length + " bytes");
        }
        byte[] head = file.read(new FileRange(0, magicBytes));
        byte[] trailer = file.read(new FileRange(length - TRAILER_BYTES, TRAILER_BYTES));
        byte[] tail = Arrays.copyOfRange(trailer, Integer.BYTES, TRAILER_BYTES);
        if (!Arrays.equals(head, ArtifactFormat.MAGIC) || !Arrays.equals(tail, ArtifactFormat.MAGIC)) {
            throw new ArtifactException(file.file(), "no artifact, the file does not begin and end with PAR1");
        }
        int footerBytes =
                (trailer[0] & 0xFF) | (trailer[1] & 0xFF) << 8 | (trailer[2] & 0xFF) << 16 | (trailer[3] & 0xFF) << 24;
        long room = Math.min(length - magicBytes - TRAILER_BYTES, ArtifactFormat.MAX_FOOTER_BYTES);
        if (footerBytes <= 0 || footerBytes > room) {
            throw new ArtifactException(file.file(), "the artifact's footer has an impossible length, " + footerBytes);
        }
        return new FileRange(length - TRAILER_BYTES - footerBytes, footerBytes);
    }

    private ArtifactLayout layout() throws TException {
        Map<String, String> metadata = metadata();
        String version = value(metadata, ArtifactFormat.VERSION_KEY);
        require(version.equals(ArtifactFormat.VERSION), "the artifact has another format version, " + version);
        Schema schema = SchemaText.parse(
                value(metadata, ArtifactFormat.SCHEMA_KEY), value(metadata, ArtifactFormat.COLUMNS_KEY));
        requireTypes(schema);
        int pageRows = Integer.parseInt(value(metadata, ArtifactFormat.PAGE_ROWS_KEY));
        require(pageRows > 0 && pageRows <= ArtifactOptions.MAX_PAGE_ROWS, "an impossible page size, " + pageRows);
        ArtifactLayout layout = new ArtifactLayout(schema, pageRows, rowGroups(schema, pageRows));
        int expected = Integer.parseUnsignedInt(value(metadata, ArtifactFormat.LAYOUT_KEY), 16);
        require(layout.checksum() == expected, "the artifact's footer does not fit its checksum");
        require(layout.rows() == footer.getNum_rows(), "the artifact's footer counts other rows than its row groups");
        return layout;
    }

    private Map<String, String> metadata() {
        List<KeyValue> pairs = footer.getKey_value_metadata();
        return pairs == null
                ? Map.of()
                : pairs.stream().collect(Collectors.toMap(KeyValue::getKey, KeyValue::getValue));
    }

    private String value(Map<String, String> metadata, String key) {
        String value = metadata.get(key);
        if (value == null) {
            throw new ArtifactException(file.file(), "a Parquet file, but no artifact of m17: it has no " + key);
        }
        return value;
    }

    private void requireTypes(Schema schema) {
        List<SchemaElement> elements = present(footer.getSchema());
        int columns = schema.columns().size();
        require(elements.size() == columns + 1, "the artifact's Parquet schema has another number of columns");
        for (int i = 0; i < columns; i++) {
            Column column = schema.columns().get(i);
            SchemaElement element = elements.get(i + 1);
            FieldRepetitionType repetition =
                    column.nullable() ? FieldRepetitionType.OPTIONAL : FieldRepetitionType.REQUIRED;
            boolean fits = column.name().equals(element.getName())
                    && element.getRepetition_type() == repetition
                    && parquetName(column).equals(present(element.getType()).name());
            require(fits, "the artifact's Parquet schema does not fit its column " + column.name());
        }
    }

    private static String parquetName(Column column) {
        return switch (ParquetTypes.physical(column.type())) {
            case BINARY -> "BYTE_ARRAY";
            case INT64, INT32, BOOLEAN, FLOAT, DOUBLE, INT96, FIXED_LEN_BYTE_ARRAY ->
                ParquetTypes.physical(column.type()).name();
        };
    }

    private List<ArtifactLayout.RowGroup> rowGroups(Schema schema, int pageRows) throws TException {
        List<ArtifactLayout.RowGroup> groups = new ArrayList<>();
        long firstRow = 0;
        for (RowGroup group : present(footer.getRow_groups())) {
            int rows = Math.toIntExact(group.getNum_rows());
            require(rows > 0, "a row group without rows");
            require(
                    present(group.getColumns()).size() == schema.columns().size(),
                    "a row group has another number of columns");
            List<ChunkLayout> chunks = new ArrayList<>();
            for (ColumnChunk chunk : present(group.getColumns())) {
                chunks.add(chunk(chunk, ArtifactLayout.pagesOf(rows, pageRows)));
            }
            groups.add(new ArtifactLayout.RowGroup(firstRow, rows, List.copyOf(chunks)));
            firstRow += rows;
        }
        return groups;
    }

    private ChunkLayout chunk(ColumnChunk chunk, int pages) throws TException {
        ColumnMetaData meta = present(chunk.getMeta_data());
        require(meta.getCodec() == CompressionCodec.ZSTD, "a column is not compressed with zstd");
        List<PageLocation> locations = present(offsetIndex(chunk).getPage_locations());
        require(locations.size() == pages, "a column has another number of pages than its rows take");
        List<FileRange> ranges = new ArrayList<>(pages);
        for (PageLocation location : locations) {
            ranges.add(inside(location.getOffset(), location.getCompressed_page_size()));
        }
        if (!meta.isSetDictionary_page_offset()) {
            return new ChunkLayout(FileRange.NONE, ranges);
        }
        long start = meta.getDictionary_page_offset();
        return new ChunkLayout(inside(start, Math.toIntExact(ranges.getFirst().offset() - start)), ranges);
    }

    private OffsetIndex offsetIndex(ColumnChunk chunk) throws TException {
        FileRange range = inside(chunk.getOffset_index_offset(), chunk.getOffset_index_length());
        require(range.lengthBytes() <= ArtifactFormat.MAX_FOOTER_BYTES, "an offset index is too long");
        OffsetIndex index = new OffsetIndex();
        Thrift.read(index, file.read(range), 0, range.lengthBytes());
        return index;
    }

    private FileRange inside(long offset, int lengthBytes) {
        FileRange range = new FileRange(offset, lengthBytes);
        require(
                range.isInside(ArtifactFormat.MAGIC.length, footerOffset),
                "the artifact's footer points outside the file");
        return range;
    }

    private <T> T present(@Nullable T value) {
        if (value == null) {
            throw new ArtifactException(file.file(), "the artifact's footer lacks a part");
        }
        return value;
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new ArtifactException(file.file(), otherwise);
        }
    }
}
