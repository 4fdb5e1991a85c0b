package io.m17.publication;

import io.m17.ledger.Reason;
import io.m17.ledger.Slot;
import io.m17.ledger.SlotColumn;
import io.m17.ledger.SlotStatus;
import io.m17.ledger.engine.EngineContext;
import io.m17.ledger.payload.ArtifactEntry;
import io.m17.ledger.payload.PayloadSource;
import io.m17.ledger.session.SessionLedger;
import io.m17.market.flatfile.Dataset;
import io.m17.market.flatfile.FlatFileException;
import io.m17.market.flatfile.FlatFileException.Fault;
import io.m17.market.flatfile.MalformedRow;
import io.m17.market.flatfile.ReadOptions;
import io.m17.market.flatfile.ScanReport;
import io.m17.market.flatfile.SourceFile;
import io.micrometer.core.instrument.Counter;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Fills one source column from the vendor's flat files, session by session: the turn of the trade and quote engines.
///
/// A file is read when it was never read to its end in its present length and modification time, or when an
/// instrument of its market has windows to fill. What a complete file does not have is left empty with a reason; a
/// file of which instruments were left out for want of a symbol id is not complete, and is read again by the next
/// process. Confined to the engine's loop; files are read on the shared compute threads.
///
/// @param <C> the typed columns
public final class SourceLoader<C> {
    private static final Logger LOG = LoggerFactory.getLogger(SourceLoader.class);

    /// What the last pass over a file found, so that the same file is not read again in vain.
    ///
    /// @param seen instruments that have rows; empty when the file was damaged
    private record Pass(ArtifactEntry.Source source, Set<String> seen, Reason missing) {}

    private record PassKey(LocalDate session, Dataset dataset) {}

    private final SourceKind<C> kind;
    private final SourceFiles files;
    private final EngineContext context;
    private final BooleanSupplier stopping;
    private final Publication publication;
    private final Counter malformedRows;
    private final Counter fileBytes;
    private final Map<PassKey, Pass> passes = new HashMap<>();

    public SourceLoader(SourceKind<C> kind, SourceFiles files, EngineContext context, BooleanSupplier stopping) {
        this.kind = kind;
        this.files = files;
        this.context = context;
        this.stopping = stopping;
        this.publication = new Publication(
                context.ledger(),
                kind.column(),
                kind.schema(),
                PayloadSource.FLAT_FILE,
                "settled",
                context::nowNs,
                context.meters());
        this.malformedRows = Counter.builder("m17.source.malformed")
                .description("Rows of vendor files that were refused")
                .tag("engine", kind.name())
                .register(context.meters());
        this.fileBytes = Counter.builder("m17.source.bytes")
                .description("Bytes of vendor files that were read, as stored")
                .tag("engine", kind.name())
                .register(context.meters());
    }

    /// Looks at every session in scope and reads the files that there is something to fill from.
    ///
    /// @return whether anything was filled or explained
    public boolean turn() throws Exception {
        boolean progress = false;
        for (LocalDate date : context.scope().sessions()) {
            for (Dataset dataset : List.of(kind.stocks(), kind.options())) {
                if (stopping.getAsBoolean()) {
                    return progress;
                }
                progress |= turn(date, dataset);
            }
        }
        return progress;
    }

    private boolean turn(LocalDate date, Dataset dataset) throws Exception {
        Optional<SourceFile> file = files.store().flatMap(store -> store.find(dataset, date));
        if (file.isEmpty()) {
            return context.ledger().sessions().contains(date)
                    && explain(context.ledger().session(date), dataset, Set.of(), Reason.VENDOR_FILE_MISSING);
        }
        SessionLedger session = context.ledger().session(date);
        ArtifactEntry.Source source = new ArtifactEntry.Source(
                file.get().location(),
                file.get().lengthBytes(),
                file.get().modifiedNs(),
                file.get().etag());
        Pass pass = passes.get(new PassKey(date, dataset));
        if (pass != null && pass.source.equals(source)) {
            if (!refillsWanted(session, dataset, pass.seen)) {
                return explain(session, dataset, pass.seen, pass.missing);
            }
        } else if (session.artifacts().done(source).isPresent() && !anythingOpen(session, dataset)) {
            return false;
        }
        context.compute().call(() -> read(session, dataset, file.get(), source));
        return true;
    }

    /// Whether an instrument that the file is known to have rows of has unfilled windows.
    private boolean refillsWanted(SessionLedger session, Dataset dataset, Set<String> seen) {
        return unfilled(session, dataset)
                .filter(symbolId -> seen.contains(session.symbols().symbol(symbolId)))
                .anyMatch(symbolId -> anyWindow(
                        session,
                        symbolId,
                        slot -> slot.status() == SlotStatus.CLEARED
                                || (slot.status() == SlotStatus.EMPTY
                                        && slot.reason() != Reason.VENDOR_FILE_STOPS_EARLY)));
    }

    /// Whether there are windows of which nobody has said yet that the file has nothing for them.
    private boolean anythingOpen(SessionLedger session, Dataset dataset) {
        return unfilled(session, dataset)
                .anyMatch(symbolId -> anyWindow(
                        session,
                        symbolId,
                        slot -> slot.status() == SlotStatus.CLEARED
                                || (slot.status() == SlotStatus.EMPTY && !isAnswered(slot.reason()))));
    }

    /// Whether the reason is what a file that was read to its end says of a window.
    private static boolean isAnswered(Reason reason) {
        return reason == Reason.NOT_IN_VENDOR_FILE || reason == Reason.VENDOR_FILE_STOPS_EARLY;
    }

    private IntStream unfilled(SessionLedger session, Dataset dataset) {
        return session.listed()
                .filter(symbolId -> market(session, symbolId) == dataset)
                .filter(symbolId -> session.counts(kind.column(), symbolId).missing() > 0);
    }

    private boolean anyWindow(SessionLedger session, int symbolId, Predicate<Slot> wanted) {
        return IntStream.range(0, session.minutes())
                .anyMatch(minute -> wanted.test(session.slot(kind.column(), symbolId, minute)));
    }

    private Dataset market(SessionLedger session, int symbolId) {
        return session.symbols().symbol(symbolId).startsWith("O:") ? kind.options() : kind.stocks();
    }

    private boolean read(SessionLedger session, Dataset dataset, SourceFile file, ArtifactEntry.Source source)
            throws Exception {
        LocalDate date = session.session().date();
        boolean replaced = session.artifacts().replaces(source);
        long entry = session.artifacts().append(source);
        FileLoad<C> load = new FileLoad<>(
                kind, publication, session, context.compute(), stopping, files.partRows(), entry, replaced);
        ReadOptions options = ReadOptions.defaults()
                .withLateAfterNs(files.lateAfterNs())
                .withInflater(task -> Thread.ofPlatform()
                        .daemon()
                        .name("inflate-" + kind.name())
                        .start(task))
                .withProgress(
                        bytes -> context.progress().at(kind.name() + " " + file.date(), bytes, file.lengthBytes()));
        try {
            ScanReport report = kind.read(files.store().orElseThrow().stored(file), load, options);
            int filled = load.finish();
            done(session, dataset, entry, report, load, filled);
            if (replaced) {
                nameTheGone(session, dataset, load.seen());
            }
            passes.put(new PassKey(date, dataset), new Pass(source, load.seen(), Reason.NOT_IN_VENDOR_FILE));
            explain(session, dataset, load.seen(), Reason.NOT_IN_VENDOR_FILE);
            return true;
        } catch (FlatFileException e) {
            if (e.fault() == Fault.REPLACED) {
                load.breakOff(Reason.NONE);
                LOG.info("{}", e.getMessage());
                return true;
            }
            Reason reason = e.fault() == Fault.NOT_ENTITLED ? Reason.NOT_ENTITLED : Reason.VENDOR_FILE_DAMAGED;
            int filled = load.breakOff(reason);
            LOG.error("{} [slots_filled={}]", e.getMessage(), filled);
            passes.put(new PassKey(date, dataset), new Pass(source, Set.of(), reason));
            explain(session, dataset, Set.of(), reason);
            return true;
        } catch (StoppedException e) {
            load.breakOff(Reason.NONE);
            throw new InterruptedException(e.getMessage());
        } catch (RuntimeException | Error e) {
            load.breakOff(Reason.ENGINE_ERROR);
            throw e;
        }
    }

    private void done(
            SessionLedger session, Dataset dataset, long entry, ScanReport report, FileLoad<C> load, int filled) {
        malformedRows.increment((double) report.malformed());
        fileBytes.increment((double) report.fileBytes());
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
        for (MalformedRow row : report.firstMalformed()) {
            LOG.warn("malformed row [file={}, {}]", dataset, describe(row));
        }
        if (load.earlyEnds() > 0) {
            LOG.warn(
                    "rows stop before the session's end for instruments that trade all along until then; their windows "
                            + "behind it stay empty [dataset={}, instruments={}]",
                    dataset,
                    load.earlyEnds());
        }
        if (load.resumedRuns() > 0) {
            LOG.error(
                    "the file is not sorted by ticker; rows of instruments that came again were passed over "
                            + "[dataset={}, runs={}]",
                    dataset,
                    load.resumedRuns());
        }
        if (load.refusedSymbols() > 0) {
            LOG.error("the symbol map is full [dataset={}, instruments_left_out={}]", dataset, load.refusedSymbols());
        }
    }

    /// What a replaced file has no row of any more keeps what it has, and is named.
    private void nameTheGone(SessionLedger session, Dataset dataset, Set<String> seen) {
        List<String> gone = session.listed()
                .filter(symbolId -> market(session, symbolId) == dataset)
                .filter(symbolId -> session.counts(kind.column(), symbolId).filled() > 0)
                .mapToObj(session.symbols()::symbol)
                .filter(symbol -> !seen.contains(symbol))
                .toList();
        if (!gone.isEmpty()) {
            LOG.warn(
                    "the file that replaced another has no row of instruments that the other had; they stay as they are "
                            + "[dataset={}, instruments={}, first={}]",
                    dataset,
                    gone.size(),
                    gone.getFirst());
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

    /// Leaves word in every empty window of instruments that the file has no rows of; returns whether any was changed.
    private boolean explain(SessionLedger session, Dataset dataset, Set<String> seen, Reason reason) {
        long nowNs = context.nowNs();
        boolean[] changed = {false};
        unfilled(session, dataset)
                .filter(symbolId -> !seen.contains(session.symbols().symbol(symbolId)))
                .forEach(symbolId -> {
                    for (int minute = 0; minute < session.minutes(); minute++) {
                        changed[0] |= session.giveReason(kind.column(), symbolId, minute, reason, nowNs);
                    }
                });
        if (changed[0]) {
            context.ledger().changes().announce();
        }
        return changed[0];
    }

    /// The column that is filled.
    public SlotColumn column() {
        return kind.column();
    }
}
