package io.m17.publication.source;

import io.m17.ledger.payload.Origin;
import io.m17.ledger.payload.Payload;
import io.m17.market.column.ColumnBatch;
import io.m17.market.column.LongVector;
import io.m17.market.column.RowCarry;

/// The rows that a source engine gathers: a thin view of typed columns. Confined to one thread at a time.
///
/// @param <C> the typed columns
public interface SourceRows<C> {
    /// The column that rows are ordered by.
    String TIME_COLUMN = "sip_timestamp";

    C columns();

    ColumnBatch rows();

    LongVector sipTimestamp();

    /// Puts the rows from `from` on into order of time.
    void sortTail(int from);

    /// A carry over these rows, before the first one.
    RowCarry newCarry();

    /// The record of a window, or of the windows without rows.
    ///
    /// @param firstTs of the first row; in a shared record the number of rows before the open
    /// @param lastTs of the last row; in a shared record the number of rows after the close
    Payload payload(Origin origin, long firstTs, long lastTs);
}
