package io.m17.publication.source;

import io.m17.ledger.Reason;
import io.m17.ledger.engine.EngineContext;
import io.m17.ledger.payload.ArtifactEntry;
import io.m17.ledger.session.SessionLedger;
import io.m17.market.flatfile.Dataset;
import io.m17.market.flatfile.FlatFileException;
import io.m17.market.flatfile.FlatFileStore;
import io.m17.market.flatfile.MalformedRow;
import io.m17.market.flatfile.ReadOptions;
import io.m17.market.flatfile.ScanReport;
import io.m17.market.flatfile.SourceFile;
import io.m17.publication.Publication;
import io.m17.publication.StoppedException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads vendor files of one kind into the ledger, each from its beginning to its end; a file whose rows turn out to be
/// scattered once more, in the way that needs no order. Confined to one thread at a time, a shared compute thread.
///
/// @param <C> the typed columns
final class FilePass<C> {
    private static final Logger LOG = LoggerFactory.getLogger(FilePass.class);

    /// What a pass found.
    ///
    /// @param seen instruments that have rows
    /// @param failure why the file could not be read to its end
    record Result(Set<String> seen, Optional<FlatFileException> failure) {}

    private final SourceKind<C> kind;
    private final SourceFiles files;
    private final Publication publication;
    private final EngineContext context;
    private final SourceMeters meters;
    private final BooleanSupplier stopping;

    FilePass(
            SourceKind<C> kind,
            SourceFiles files,
            Publication publication,
            EngineContext context,
            SourceMeters meters,
            BooleanSupplier stopping) {
        this.kind = kind;
        this.files = files;
        this.publication = publication;
        this.context = context;
        this.meters = meters;
        this.stopping = stopping;
    }

    /// Reads a file and fills what there is to fill.
    ///
    /// @param entry the artifact log's entry of the file
    /// @param replaced whether another state of the file was read before
    Result run(FlatFileStore store, SessionLedger session, SourceFile file, long entry, boolean replaced)
            throws Exception {
        LoadOptions options =
                new LoadOptions(entry, files.partRows(), files.rowsInMemory(), scratch(), replaced, false);
        long startNs = context.nowNs();
        try {
            return read(store, session, file, options, startNs);
        } finally {
            meters.at(0);
        }
    }

    /// Where this engine puts rows that memory has no room for.
    private Path scratch() {
        return context.ledger().layout().scratch(kind.name());
    }

    private Result read(FlatFileStore store, SessionLedger session, SourceFile file, LoadOptions options, long startNs)
            throws Exception {
        LoadOptions again;
        try (FileLoad<C> load = new FileLoad<>(kind, publication, session, context, options, stopping)) {
            try {
                ScanReport report = kind.read(store.stored(file), load, readOptions(file));
                int filled = load.finish();
                meters.read(report, context.nowNs() - startNs);
                done(session, file, options.sourceEntry(), report, load, filled);
                return new Result(load.seen(), Optional.empty());
            } catch (ScatteredRowsException e) {
                again = options.forScattered(load.abandonAll() > 0);
                LOG.info("{}; the file is read again and regrouped [file={}]", e.getMessage(), file.location());
            } catch (FlatFileException e) {
                int filled = load.breakOff(FileFaults.reason(e.fault()));
                LOG.error("{} [slots_filled={}]", e.getMessage(), filled);
                return new Result(load.seen(), Optional.of(e));
            } catch (StoppedException e) {
                load.breakOff(Reason.NONE);
                throw new InterruptedException(e.getMessage());
            } catch (RuntimeException | Error e) {
                load.breakOff(Reason.ENGINE_ERROR);
                throw e;
            }
        }
        return read(store, session, file, again, startNs);
    }

    private ReadOptions readOptions(SourceFile file) {
        String task = kind.name() + " " + file.date();
        return ReadOptions.defaults()
                .withLateAfterNs(files.lateAfterNs())
                .withBounds(files.bounds())
                .withInflater(inflation -> Thread.ofPlatform()
                        .daemon()
                        .name("inflate-" + kind.name())
                        .start(inflation))
                .withProgress(bytes -> {
                    meters.at(bytes);
                    context.progress().at(task, bytes, file.lengthBytes());
                });
    }

    private void done(
            SessionLedger session, SourceFile file, long entry, ScanReport report, FileLoad<C> load, int filled) {
        Dataset dataset = file.dataset();
        if (load.refusedSymbols() == 0) {
            session.artifacts().append(sourceDone(dataset, entry, report));
        }
        LOG.info(
                "{}: {} {} read [rows={}, skipped={}, malformed={}, slots_filled={}]",
                kind.name(),
                session.session().date(),
                dataset.name().toLowerCase(Locale.ROOT),
                report.rows(),
                report.skipped(),
                report.malformed(),
                filled);
        if (report.flagged() > 0) {
            LOG.warn(
                    "rows have values that cannot be; they are kept and count in nothing [file={}, rows={}]",
                    file.location(),
                    report.flagged());
        }
        for (MalformedRow row : report.firstMalformed()) {
            LOG.warn("malformed row [file={}, {}]", file.location(), describe(row));
        }
        if (load.earlyEnds() > 0) {
            LOG.warn(
                    "rows stop before the session's end for instruments that trade all along until then; their windows "
                            + "behind it stay empty [dataset={}, instruments={}]",
                    dataset,
                    load.earlyEnds());
        }
        if (load.refusedSymbols() > 0) {
            LOG.error("the symbol map is full [dataset={}, instruments_left_out={}]", dataset, load.refusedSymbols());
        }
    }

    private static ArtifactEntry.SourceDone sourceDone(Dataset dataset, long entry, ScanReport report) {
        String first = report.firstMalformed().isEmpty()
                ? ""
                : describe(report.firstMalformed().getFirst());
        return new ArtifactEntry.SourceDone(
                entry, dataset.name(), report.rows() + report.skipped(), report.malformed(), first);
    }

    private static String describe(MalformedRow row) {
        return "line=" + row.line() + ", reason=" + row.reason();
    }
}
