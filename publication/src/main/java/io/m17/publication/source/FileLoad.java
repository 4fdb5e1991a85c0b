package io.m17.publication.source;

import io.m17.ledger.Reason;
import io.m17.ledger.Slot;
import io.m17.ledger.SlotColumn;
import io.m17.ledger.SlotStatus;
import io.m17.ledger.engine.EngineContext;
import io.m17.ledger.engine.Progress;
import io.m17.ledger.session.Claim;
import io.m17.ledger.session.SessionLedger;
import io.m17.ledger.symbol.SymbolMapFullException;
import io.m17.market.flatfile.RowSink;
import io.m17.market.instrument.OptionTicker;
import io.m17.publication.Audits;
import io.m17.publication.Publication;
import io.m17.publication.StoppedException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One pass over one vendor file: lists the instruments it finds, claims their unfilled windows, gathers their rows and
/// publishes part after part, one of them beside the reading. Instruments with nothing to fill are skipped; where the
/// file replaced another one, those whose rows are the same in every window are.
///
/// In a file sorted by ticker an instrument is complete once a ticker comes that it cannot own. One that comes again
/// after that is a [ScatteredRowsException]: the file is to be read with [LoadOptions#scattered], which takes
/// instruments to be complete at the end of the file.
///
/// Memory: staged rows are put away as sorted runs when they are more than [LoadOptions#rowsInMemory], and brought back
/// a stretch of minutes after the other. Confined to the thread that reads; parts are handed over whole.
///
/// @param <C> the typed columns
final class FileLoad<C> implements RowSink<C>, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FileLoad.class);

    private final SourceKind<C> kind;
    private final Publication publication;
    private final SessionLedger session;
    private final Progress progress;
    private final LoadOptions options;
    private final BooleanSupplier stopping;
    private final PartQueue<C> parts;
    private final RunFiles runs;
    private final Map<String, Gathering<C>> gathering = new LinkedHashMap<>();
    private final Set<String> seen = new HashSet<>();
    private final Set<String> completed = new HashSet<>();
    private @Nullable Gathering<C> current;
    private long refusedSymbols;
    private long regroupedRows;

    FileLoad(
            SourceKind<C> kind,
            Publication publication,
            SessionLedger session,
            EngineContext context,
            LoadOptions options,
            BooleanSupplier stopping) {
        this.kind = kind;
        this.publication = publication;
        this.session = session;
        this.progress = context.progress();
        this.options = options;
        this.stopping = stopping;
        this.parts = new PartQueue<>(
                context.compute(),
                options.partRows(),
                kind::newRows,
                rows -> new SourcePart<>(publication, session, kind.column(), rows, options.sourceEntry()));
        this.runs = new RunFiles(
                options.scratch(),
                kind.schema(),
                SourceRows.TIME_COLUMN,
                options.rowsInMemory(),
                publication.ledger().storage());
    }

    @Override
    public @Nullable C begin(byte[] ticker, int offset, int length) {
        if (stopping.getAsBoolean()) {
            throw new StoppedException();
        }
        String name = new String(ticker, offset, length, StandardCharsets.US_ASCII);
        int chainLength = OptionTicker.chainLength(ticker, offset, length);
        String instrument = chainLength < 0 ? name : name.substring(0, chainLength);
        if (!options.scattered()) {
            completeAllBut(name);
        }
        Gathering<C> known = gathering.get(instrument);
        current = known != null ? known : first(instrument, name, chainLength >= 0);
        return current == null ? null : columns(current);
    }

    @Override
    public C proceed(C columns) {
        if (stopping.getAsBoolean()) {
            throw new StoppedException();
        }
        Gathering<C> open = Objects.requireNonNull(current, "a run that goes on was begun");
        if (open.staged() == null && parts.part().size() - open.from() >= options.rowsInMemory()) {
            open.stage(kind.newRows(), parts.part().rows().rows());
        }
        if (gathering.values().stream().mapToLong(Gathering::stagedRows).sum() >= options.rowsInMemory()) {
            runs.write(gathering.values());
        }
        return columns(open);
    }

    private C columns(Gathering<C> open) {
        SourceRows<C> staged = open.staged();
        return staged != null ? staged.columns() : parts.part().rows().columns();
    }

    @Override
    public void end(long rows) {
        // An instrument ends when a ticker comes that it cannot own, or with the file.
    }

    @Override
    public void abandon() {
        // What is gathered and not complete is given back by breakOff.
    }

    /// Takes in an instrument that was not gathered until now; null when there is nothing to fill.
    private @Nullable Gathering<C> first(String instrument, String ticker, boolean chain) {
        if (!seen.add(instrument)) {
            if (completed.contains(instrument)) {
                throw new ScatteredRowsException(instrument);
            }
            return null;
        }
        int symbolId;
        try {
            symbolId = session.symbols().resolveSymbol(instrument);
            session.list(symbolId);
            if (chain) {
                session.list(session.symbols()
                        .resolveSymbol(OptionTicker.parse(ticker).underlying()));
            }
        } catch (SymbolMapFullException e) {
            if (refusedSymbols++ == 0) {
                LOG.error("{}: {}", instrument, e.getMessage());
            }
            return null;
        }
        if (!options.replaced() && session.counts(kind.column(), symbolId).missing() == 0) {
            return null;
        }
        Gathering<C> open = open(symbolId, chain);
        if (open != null) {
            gathering.put(instrument, open);
        }
        return open;
    }

    private @Nullable Gathering<C> open(int symbolId, boolean chain) {
        boolean shared = session.map(kind.column().payloadType())
                        .sharedRecord(symbolId, 0)
                        .isEmpty()
                || session.counts(kind.column(), symbolId).filled() == 0;
        if (options.scattered()) {
            return Gathering.staged(symbolId, List.of(), shared, kind.newRows());
        }
        List<Claim> claims = claimUnfilled(symbolId);
        if (!options.replaced() && claims.isEmpty()) {
            return null;
        }
        boolean direct = shared && !chain && claims.size() == session.minutes();
        return direct
                ? Gathering.direct(symbolId, claims, parts.part().size())
                : Gathering.staged(symbolId, claims, shared, kind.newRows());
    }

    private List<Claim> claimUnfilled(int symbolId) {
        SlotColumn column = kind.column();
        long nowNs = publication.nowNs();
        List<Claim> claims = new ArrayList<>();
        for (int minute = 0; minute < session.minutes(); minute++) {
            Slot slot = session.slot(column, symbolId, minute);
            if (slot.status() == SlotStatus.EMPTY || slot.status() == SlotStatus.CLEARED) {
                session.markPending(column, symbolId, minute, nowNs).ifPresent(claims::add);
            }
        }
        Audits.claimed(session, kind.name(), column, symbolId, claims, nowNs);
        return claims;
    }

    private void completeAllBut(String ticker) {
        gathering.entrySet().removeIf(entry -> {
            if (ticker.startsWith(entry.getKey()) && entry.getKey().startsWith("O:")) {
                return false;
            }
            completed.add(entry.getKey());
            complete(entry.getValue());
            return true;
        });
    }

    private void complete(Gathering<C> done) {
        SourceRows<C> staged = done.staged();
        if (staged == null) {
            parts.part().rows().sortTail(done.from());
            parts.part().add(done.symbolId(), done.from(), done.claims(), done.shared());
            parts.rollIfFull();
            return;
        }
        List<Claim> claims = options.scattered() ? claimUnfilled(done.symbolId()) : done.claims();
        if (claims.isEmpty() && !options.replaced()) {
            return; // somebody else has filled them meanwhile
        }
        if (done.segments().isEmpty()) {
            staged.sortTail(0);
            MinuteIndex index = MinuteIndex.of(
                    session, staged.sipTimestamp(), 0, staged.rows().size());
            add(done, claims, index, List.of(TimedRows.of(staged, index)).iterator());
        } else {
            runs.write(List.of(done));
            Regrouping<C> stretches = new Regrouping<>(
                    session, runs, done.segments(), kind.newRows(), options.partRows(), this::regrouped);
            add(done, claims, stretches.total(), stretches);
        }
    }

    private void regrouped(int rows) {
        regroupedRows += rows;
        progress.at(regroupingTask(), regroupedRows, runs.rows());
    }

    private String regroupingTask() {
        return kind.name() + " " + session.session().date() + " regrouped";
    }

    private void add(Gathering<C> done, List<Claim> claims, MinuteIndex total, Iterator<TimedRows<C>> stretches) {
        int symbolId = done.symbolId();
        List<Claim> wanted = parts.part().untilEarlyEnd(claims, total);
        boolean shared = done.shared();
        while (stretches.hasNext()) {
            TimedRows<C> timed = stretches.next();
            if (options.replaced()) {
                shared = timed.isFirst() ? parts.part().outdatesShared(symbolId, timed) : shared;
                parts.part().addReplaced(kind.name(), symbolId, timed, total, wanted, shared);
            } else {
                parts.part().addStaged(symbolId, timed, total, wanted, shared);
            }
            if (stretches.hasNext()) {
                parts.settleIfFull();
            } else {
                parts.rollIfFull();
            }
        }
    }

    /// The file is at its end: completes and publishes what is gathered. Returns how many slots were filled.
    int finish() throws Exception {
        if (!runs.isEmpty()) {
            runs.write(gathering.values());
        }
        gathering.values().forEach(this::complete);
        gathering.clear();
        return parts.finish();
    }

    /// The file cannot be read further: publishes the instruments that are complete and gives the others back.
    int breakOff(Reason reason) throws Exception {
        giveBack(reason);
        return parts.finish();
    }

    /// The file is to be read in another way: gives back what is not published yet. Returns how many slots were filled.
    int abandonAll() throws Exception {
        giveBack(Reason.NONE);
        return parts.abandon(Reason.NONE);
    }

    private void giveBack(Reason reason) {
        long nowNs = publication.nowNs();
        for (Gathering<C> incomplete : gathering.values()) {
            incomplete.claims().forEach(claim -> session.release(claim, reason, nowNs));
        }
        gathering.clear();
    }

    /// Instruments that the file has a row of.
    Set<String> seen() {
        return seen;
    }

    long refusedSymbols() {
        return refusedSymbols;
    }

    /// Instruments whose rows stop early.
    int earlyEnds() {
        return parts.earlyEnds();
    }

    /// Removes the rows that were put away.
    @Override
    public void close() {
        progress.at(regroupingTask(), regroupedRows, regroupedRows);
        runs.close();
    }
}
