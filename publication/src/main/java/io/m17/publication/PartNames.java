package io.m17.publication;

import io.m17.ledger.Ledger;
import io.m17.ledger.LedgerException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/// Names for artifact files that no other engine, thread or run of m17 uses: `part-<incarnation>-<count>.parquet` in a
/// directory that one engine writes. Thread-safe.
final class PartNames {
    private final Ledger ledger;
    private final String kind;
    private final String source;
    private final AtomicInteger count = new AtomicInteger();

    PartNames(Ledger ledger, String kind, String source) {
        this.ledger = ledger;
        this.kind = kind;
        this.source = source;
    }

    /// A file that is not there yet, in a directory that is.
    Path next(LocalDate session) {
        Path directory = ledger.layout().artifacts(session, kind, source);
        try {
            ledger.storage().createDirectories(directory);
        } catch (IOException e) {
            throw new LedgerException("the artifact directory cannot be made [directory=" + directory + "]", e);
        }
        String name =
                String.format(Locale.ROOT, "part-%05d-%06d.parquet", ledger.incarnation(), count.incrementAndGet());
        return directory.resolve(name);
    }
}
