package io.m17.market.flatfile;

import org.jspecify.annotations.Nullable;

/// Turns the lines of one kind of file into rows. The ticker is read by [FlatFileScan], which calls in the order
/// `bind (begin (append | proceed)* (end | abandon))*`; after a begin that answers false nothing follows for that run.
sealed interface RowReader permits TradeRows, QuoteRows {
    ColumnSet columns();

    /// Takes note of where the columns stand.
    void bind(Header header, Line line);

    /// A run of equal tickers begins, the first `instrumentLength` bytes of which name the instrument; false when the
    /// sink does not want it.
    boolean begin(byte[] ticker, int length, int instrumentLength);

    /// A block of lines is through and the run goes on; the ticker is that of its begin.
    void proceed(byte[] ticker, int length, int instrumentLength);

    /// Appends the line as a row, or appends nothing and says why.
    @Nullable
    String append();

    void end(long rows);

    void abandon();

    /// How many of the rows so far have values that cannot be.
    long flagged();
}
