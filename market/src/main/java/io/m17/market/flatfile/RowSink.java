package io.m17.market.flatfile;

import org.jspecify.annotations.Nullable;

/// Takes the rows of a file, one run of equal tickers after the other, on the thread that reads. A ticker whose rows do
/// not stand together comes again in a later run.
public interface RowSink<C> {
    /// A run begins: the columns that its rows are to be appended to, or null when they are not wanted. The bytes of
    /// the ticker are valid during the call. The same columns may be given for several runs.
    @Nullable
    C begin(byte[] ticker, int offset, int length);

    /// The run that began last, and was wanted, goes on after a block of lines, about a MiB: time for a sink that holds
    /// many rows to put some away. Gives the columns for the run's further rows; they may be other ones.
    ///
    /// @param columns those that the rows were appended to until now
    default C proceed(C columns) {
        return columns;
    }

    /// The run that began last, and was wanted, is complete; `rows` of it were appended (none when all were malformed).
    void end(long rows);

    /// The run that began last, and was wanted, breaks off because the file cannot be read further; an exception
    /// follows.
    void abandon();
}
