package io.m17.market.artifact;

import io.m17.market.column.Vector;
import org.apache.parquet.column.statistics.Statistics;

/// Collects one column's values until a page is full, then writes the page's body. Where a value lies in memory is
/// decided once a range, never once a value. Confined to one thread.
sealed interface PageEncoder
        permits LongPageEncoder, IntPageEncoder, DoublePageEncoder, BooleanPageEncoder, TextPageEncoder, IdPageEncoder {
    /// Takes values `[from, to)` of a vector of the column's type; they fit the page.
    void take(Vector source, int from, int to);

    /// Appends the body of a page with the values taken, tells its statistics what is known about them, and
    /// forgets them. Statistics that are told nothing say nothing.
    void encode(ByteSink body, Statistics.Builder statistics);
}
