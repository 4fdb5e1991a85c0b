package io.m17.publication.source;

import io.m17.ledger.SlotColumn;
import io.m17.market.column.Schema;
import io.m17.market.flatfile.Dataset;
import io.m17.market.flatfile.ReadOptions;
import io.m17.market.flatfile.RowSink;
import io.m17.market.flatfile.ScanReport;
import io.m17.market.flatfile.StoredFile;

/// What distinguishes one kind of source rows from another: trades and quotes.
///
/// @param <C> the typed columns
public interface SourceKind<C> {
    /// The engine's name in logs and the audit log.
    String name();

    /// The column that the rows fill.
    SlotColumn column();

    Schema schema();

    /// The vendor's files of equities.
    Dataset stocks();

    /// The vendor's files of options.
    Dataset options();

    SourceRows<C> newRows();

    /// Reads a file of this kind.
    ScanReport read(StoredFile file, RowSink<C> sink, ReadOptions options);
}
