package io.m17.market.artifact;

import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Rows `[fromRow, toRow)` of an artifact file, counted from 0, printed as
/// `session=2025-06-02/artifacts/trade/source=settled/part-000001.parquet#rows=1200-1450`: the 250 rows from 1200
/// to 1449. Equal numbers are no rows.
public record ArtifactUri(ArtifactFile file, long fromRow, long toRow) {
    private static final Pattern ROWS = Pattern.compile("rows=(0|[1-9][0-9]{0,17})-(0|[1-9][0-9]{0,17})");

    private static final long MAX_ROW = 999_999_999_999_999_999L;

    public ArtifactUri {
        Objects.requireNonNull(file, "file");
        if (fromRow < 0 || fromRow > toRow || toRow > MAX_ROW) {
            throw new IllegalArgumentException("rows go up from 0 [fromRow=" + fromRow + ", toRow=" + toRow + "]");
        }
    }

    /// The opposite of [#toString]; anything else is an [IllegalArgumentException].
    public static ArtifactUri parse(String uri) {
        int hash = uri.indexOf('#');
        Matcher rows = ROWS.matcher(hash < 0 ? "" : uri.substring(hash + 1));
        if (!rows.matches()) {
            throw new IllegalArgumentException(
                    "an artifact's rows stand after it as #rows=1200-1450 [uri=" + uri + "]");
        }
        ArtifactFile file = ArtifactFile.parse(uri.substring(0, hash));
        return file.rows(Long.parseLong(rows.group(1)), Long.parseLong(rows.group(2)));
    }

    /// The number of rows.
    public long count() {
        return toRow - fromRow;
    }

    @Override
    public String toString() {
        return file.path() + "#rows=" + fromRow + "-" + toRow;
    }
}
