package io.m17.market.flatfile;

import java.util.List;

/// What a read of a file found. `rows` were delivered, `skipped` belong to tickers that the sink did not want (they are
/// not looked into), `malformed` were refused, the first ten of them in `firstMalformed`; together they are the lines
/// behind the header. `flagged` of the delivered rows have values that cannot be. `bytes` counts the CSV, `fileBytes`
/// the file as it is stored. `unknownColumns` stand in the header and were ignored, `missingColumns` are optional and
/// were not there.
public record ScanReport(
        long rows,
        long skipped,
        long malformed,
        long flagged,
        List<MalformedRow> firstMalformed,
        long bytes,
        long fileBytes,
        List<String> unknownColumns,
        List<String> missingColumns) {
    public ScanReport {
        firstMalformed = List.copyOf(firstMalformed);
        unknownColumns = List.copyOf(unknownColumns);
        missingColumns = List.copyOf(missingColumns);
    }
}
