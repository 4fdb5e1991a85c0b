package io.m17.publication.source;

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
import io.m17.market.flatfile.FlatFileStore;
import io.m17.market.flatfile.SourceFile;
import io.m17.publication.Publication;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Fills one source column from the vendor's flat files, session by session: the turn of the trade and quote engines.
///
/// A file is read when it was never read to its end in its present length and modification time, or when
/// an instrument of its market has windows to fill. What a complete file does not have is left empty with
/// a reason; a file of which instruments were left out for want of a symbol id is not complete, and is
/// read again by the next process. A damaged file is left alone until it is replaced, one that its store
/// does not give is asked for again after a pause. Confined to the engine's loop; files are read on the
/// shared compute threads.
///
/// @param <C> the typed columns
public final class SourceLoader<C> {
    private static final Logger LOG = LoggerFactory.getLogger(SourceLoader.class);
    private static final int REPLACED_AT_ONCE = 3;

    private record PassKey(LocalDate session, Dataset dataset) {}

    private final SourceKind<C> kind;
    private final SourceFiles files;
    private final EngineContext context;
    private final BooleanSupplier stopping;
    private final FilePass<C> reader;
    private final SourceMeters meters;
    private final Map<PassKey, LastPass> passes = new HashMap<>();
    private final Map<Dataset, String> refusals = new EnumMap<>(Dataset.class);

    public SourceLoader(SourceKind<C> kind, SourceFiles files, EngineContext context, BooleanSupplier stopping) {
        this.kind = kind;
        this.files = files;
        this.context = context;
        this.stopping = stopping;
        this.meters = new SourceMeters(context.meters(), kind.name());
        Publication publication = new Publication(
                context.ledger(),
                kind.column(),
                kind.schema(),
                PayloadSource.FLAT_FILE,
                "settled",
                context::nowNs,
                context.meters());
        this.reader = new FilePass<>(kind, files, publication, context, meters, stopping);
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
        Optional<FlatFileStore> store = files.store();
        Optional<SourceFile> file;
        try {
            file = store.flatMap(flatFiles -> flatFiles.find(dataset, date));
            refusals.remove(dataset);
        } catch (FlatFileException e) {
            return refused(date, dataset, e);
        }
        if (file.isEmpty()) {
            return context.ledger().sessions().contains(date)
                    && explain(context.ledger().session(date), dataset, Set.of(), Reason.VENDOR_FILE_MISSING);
        }
        return turn(context.ledger().session(date), store.orElseThrow(), file.get());
    }

    /// The store does not say what it has: what nobody has answered for is given that reason.
    private boolean refused(LocalDate date, Dataset dataset, FlatFileException e) {
        String message = String.valueOf(e.getMessage());
        if (!message.equals(refusals.put(dataset, message))) {
            LOG.error("{}: {}", kind.name(), message);
        }
        return context.ledger().sessions().contains(date)
                && explain(context.ledger().session(date), dataset, Set.of(), FileFaults.reason(e.fault()));
    }

    private boolean turn(SessionLedger session, FlatFileStore store, SourceFile file) throws Exception {
        Dataset dataset = file.dataset();
        ArtifactEntry.Source source =
                new ArtifactEntry.Source(file.location(), file.lengthBytes(), file.modifiedNs(), file.etag());
        LastPass pass = passes.get(new PassKey(file.date(), dataset));
        if (pass != null && pass.source().equals(source)) {
            if (pass.restsUntil(context.nowNs()) || !refillsWanted(session, dataset, pass)) {
                return explain(session, dataset, pass.seen(), pass.missing());
            }
        } else if (session.artifacts().done(source).isPresent() && !anythingOpen(session, dataset)) {
            return false;
        }
        return context.compute().call(() -> read(session, store, file, source, pass));
    }

    /// Whether the file is to be tried again, or an instrument that it is known to have rows of has unfilled windows.
    private boolean refillsWanted(SessionLedger session, Dataset dataset, LastPass pass) {
        return pass.isToBeTriedAgain()
                || unfilled(session, dataset)
                        .filter(symbolId ->
                                pass.seen().contains(session.symbols().symbol(symbolId)))
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

    private boolean read(
            SessionLedger session,
            FlatFileStore store,
            SourceFile file,
            ArtifactEntry.Source source,
            @Nullable LastPass last)
            throws Exception {
        if (last != null && last.isToBeTriedAgain()) {
            meters.retried();
        }
        boolean replaced = session.artifacts().replaces(source);
        long entry = session.artifacts().append(source);
        FilePass.Result result = reader.run(store, session, file, entry, replaced);
        LastPass pass = result.failure().isPresent()
                ? failed(store, source, result.failure().get(), last)
                : LastPass.complete(source, result.seen());
        if (result.failure().isEmpty() && replaced) {
            nameTheGone(session, file.dataset(), result.seen());
        }
        passes.put(new PassKey(file.date(), file.dataset()), pass);
        explain(session, file.dataset(), pass.seen(), pass.missing());
        return true;
    }

    private LastPass failed(
            FlatFileStore store, ArtifactEntry.Source source, FlatFileException e, @Nullable LastPass last) {
        if (!FileFaults.passing(e.fault())) {
            return LastPass.damaged(source, FileFaults.reason(e.fault()));
        }
        int failures = last == null ? 1 : last.failures() + 1;
        boolean atOnce = e.fault() == Fault.REPLACED && failures < REPLACED_AT_ONCE;
        if (e.fault() == Fault.REPLACED) {
            store.refresh();
        }
        long pauseNs = atOnce ? 0 : FileFaults.pauseNs(failures);
        return LastPass.refused(source, FileFaults.reason(e.fault()), failures, context.nowNs() + pauseNs);
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

    /// Leaves word in every empty window of instruments that the file has no rows of; returns whether any was changed.
    private boolean explain(SessionLedger session, Dataset dataset, Set<String> seen, Reason reason) {
        if (reason == Reason.NONE) {
            return false;
        }
        long nowNs = context.nowNs();
        boolean[] changed = {false};
        unfilled(session, dataset)
                .filter(symbolId -> !seen.contains(session.symbols().symbol(symbolId)))
                .forEach(symbolId -> {
                    for (int minute = 0; minute < session.minutes(); minute++) {
                        changed[0] |= explain(session, symbolId, minute, reason, nowNs);
                    }
                });
        if (changed[0]) {
            context.ledger().changes().announce();
        }
        return changed[0];
    }

    /// A file that cannot be had for now takes back no answer that it gave before.
    private boolean explain(SessionLedger session, int symbolId, int minute, Reason reason, long nowNs) {
        boolean keeps = reason == Reason.VENDOR_FILE_UNREADABLE || reason == Reason.NOT_ENTITLED;
        if (keeps && isAnswered(session.slot(kind.column(), symbolId, minute).reason())) {
            return false;
        }
        return session.giveReason(kind.column(), symbolId, minute, reason, nowNs);
    }

    /// The column that is filled.
    public SlotColumn column() {
        return kind.column();
    }
}
