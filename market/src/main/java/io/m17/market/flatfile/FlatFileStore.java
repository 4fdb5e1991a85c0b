package io.m17.market.flatfile;

import java.time.LocalDate;
import java.util.NavigableSet;
import java.util.Optional;

/// Where a vendor's flat files lie, in the vendor's own layout: a directory or a bucket. A store without files of a
/// dataset is an empty one; a store that cannot be asked is a [FlatFileException]. Thread-safe.
public interface FlatFileStore extends AutoCloseable {
    /// The file of a date as it is now, if it is there.
    Optional<SourceFile> find(Dataset dataset, LocalDate date);

    /// The dates that a dataset has a file for.
    NavigableSet<LocalDate> dates(Dataset dataset);

    /// The bytes of a file that was found. A bucket gives exactly that state, or an error when the file has been
    /// replaced since; a directory gives the file as it is when it is opened.
    StoredFile stored(SourceFile file);

    /// Looks again at the next question, whatever was found before.
    default void refresh() {}

    /// Lets go of connections.
    @Override
    default void close() {}
}
