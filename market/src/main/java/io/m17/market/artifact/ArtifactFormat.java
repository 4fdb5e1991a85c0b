package io.m17.market.artifact;

import io.m17.market.column.ColumnType;
import org.apache.parquet.column.Encoding;

/// What every artifact of this version has in common; `docs/format/artifacts.md` is its description.
final class ArtifactFormat {
    static final String VERSION = "1";

    static final String VERSION_KEY = "m17.format";
    static final String SCHEMA_KEY = "m17.schema";
    static final String COLUMNS_KEY = "m17.columns";
    static final String PAGE_ROWS_KEY = "m17.page.rows";
    static final String LAYOUT_KEY = "m17.layout.crc32c";

    static final byte[] MAGIC = {'P', 'A', 'R', '1'};

    /// The largest body of a page, before and after compression.
    static final int MAX_PAGE_BYTES = 1 << 28;

    /// The largest footer, and the largest region of offset indexes, that a reader loads.
    static final int MAX_FOOTER_BYTES = 1 << 26;

    /// The largest unscaled DECIMAL of precision 18, positive or negative.
    static final long MAX_DECIMAL = 999_999_999_999_999_999L;

    private ArtifactFormat() {}

    /// How the values of a type stand in its data pages.
    static Encoding encodingOf(ColumnType type) {
        return switch (type) {
            case LONG, TIMESTAMP, DECIMAL, INT, DATE -> Encoding.DELTA_BINARY_PACKED;
            case DOUBLE, BOOLEAN -> Encoding.PLAIN;
            case TEXT -> Encoding.RLE_DICTIONARY;
            case ID -> Encoding.DELTA_LENGTH_BYTE_ARRAY;
        };
    }
}
