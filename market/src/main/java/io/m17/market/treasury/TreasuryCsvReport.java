package io.m17.market.treasury;

import io.m17.market.flatfile.MalformedRow;
import java.util.List;

/// What a file of par yields held: its curves, oldest first, how many lines were refused with the first ten of
/// them, and the columns that are no tenor of a curve and were ignored.
public record TreasuryCsvReport(
        List<ParYieldCurve> curves, long malformed, List<MalformedRow> firstMalformed, List<String> ignoredColumns) {
    public TreasuryCsvReport {
        curves = List.copyOf(curves);
        firstMalformed = List.copyOf(firstMalformed);
        ignoredColumns = List.copyOf(ignoredColumns);
    }
}
