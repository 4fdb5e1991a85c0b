package io.m17.market.artifact;

/// How an artifact is laid out: zstd level, rows a page, rows a row group. A row group is the memory that a writer
/// holds (compressed) and the unit that a query engine skips; a page is what a range read decodes at least.
public record ArtifactOptions(int zstdLevel, int pageRows, int rowGroupRows) {
    /// Pages of 16 384 rows, row groups of 262 144, zstd level 1.
    public static final ArtifactOptions DEFAULT = new ArtifactOptions(1, 16_384, 262_144);

    static final int MAX_PAGE_ROWS = 1 << 20;

    public ArtifactOptions {
        if (zstdLevel < -7 || zstdLevel > 19) {
            throw new IllegalArgumentException("zstd level out of -7 to 19 [zstdLevel=" + zstdLevel + "]");
        }
        if (pageRows < 1 || pageRows > MAX_PAGE_ROWS || rowGroupRows < pageRows) {
            throw new IllegalArgumentException("a page holds 1 to " + MAX_PAGE_ROWS
                    + " rows and a row group at least one page [pageRows=" + pageRows + ", rowGroupRows="
                    + rowGroupRows + "]");
        }
    }
}
