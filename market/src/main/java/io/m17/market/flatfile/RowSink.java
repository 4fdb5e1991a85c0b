package io.m17.market.flatfile;

import org.jspecify.annotations.Nullable;

/// Takes the rows of a file, one run of equal tickers after the other, on the thread that reads. A ticker whose rows do
/// not stand together comes again in a later run.
public interface RowSink<C> {
    /// A run begins: the columns that its rows are to be appended to, or null when they are not wanted. The bytes of
    /// the ticker are valid during the call. The same columns may be given for several runs.
    @Nullable
    C begin(byte[] ticker, int offset, int length);

    /// The run that began last, and was wanted, is complete; `rows` of it were appended (none when all were malformed).
    void end(long rows);

    /// The run that began last, and was wanted, breaks off because the file cannot be read further; an exception
    /// follows.
    void abandon();
}
