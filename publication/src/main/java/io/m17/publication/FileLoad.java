package io.m17.publication;

import io.m17.ledger.Reason;
import io.m17.ledger.Slot;
import io.m17.ledger.SlotColumn;
import io.m17.ledger.SlotStatus;
import io.m17.ledger.engine.ComputePool;
import io.m17.ledger.session.Claim;
import io.m17.ledger.session.SessionLedger;
import io.m17.ledger.symbol.SymbolMapFullException;
import io.m17.market.flatfile.RowSink;
import io.m17.market.instrument.OptionTicker;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One pass over one vendor file: lists the instruments it finds, claims their unfilled windows, gathers their rows and
/// publishes part after part, one of them beside the reading. Instruments with nothing to fill are skipped; where the
/// file replaced another one, those whose rows are the same in every window are.
///
/// The file is sorted by ticker, so an instrument is complete once a ticker comes that it cannot own. Confined to the
/// thread that reads; parts are handed over whole.
final class FileLoad<C> implements RowSink<C> {
    private static final Logger LOG = LoggerFactory.getLogger(FileLoad.class);

    /// An instrument whose rows are being gathered.
    ///
    /// @param staged rows of its own, when the part's are not for it directly
    private record Gathering<C>(
            int symbolId,
            List<Claim> claims,
            boolean shared,
            @Nullable SourceRows<C> staged,
            int from) {}

    private final SourceKind<C> kind;
    private final Publication publication;
    private final SessionLedger session;
    private final ComputePool compute;
    private final BooleanSupplier stopping;
    private final int partRows;
    private final long sourceEntry;
    private final boolean replaced;
    private final Map<String, Gathering<C>> gathering = new LinkedHashMap<>();
    private final Set<String> seen = new HashSet<>();
    private final List<Future<Integer>> publishing = new ArrayList<>();
    private SourcePart<C> part;
    private final Set<String> completed = new HashSet<>();
    private long resumedRuns;
    private long refusedSymbols;
    private int earlyEnds;
    private int filled;

    /// @param replaced whether another state of the file was read before
    FileLoad(
            SourceKind<C> kind,
            Publication publication,
            SessionLedger session,
            ComputePool compute,
            BooleanSupplier stopping,
            int partRows,
            long sourceEntry,
            boolean replaced) {
        this.kind = kind;
        this.publication = publication;
        this.session = session;
        this.compute = compute;
        this.stopping = stopping;
        this.partRows = partRows;
        this.sourceEntry = sourceEntry;
        this.replaced = replaced;
        this.part = newPart();
    }

    @Override
    public @Nullable C begin(byte[] ticker, int offset, int length) {
        if (stopping.getAsBoolean()) {
            throw new StoppedException();
        }
        String name = new String(ticker, offset, length, StandardCharsets.US_ASCII);
        int chainLength = OptionTicker.chainLength(ticker, offset, length);
        String instrument = chainLength < 0 ? name : name.substring(0, chainLength);
        completeAllBut(name);
        Gathering<C> current = gathering.get(instrument);
        if (current == null) {
            if (!seen.add(instrument)) {
                resumedRuns += completed.contains(instrument) ? 1 : 0;
                return null;
            }
            current =
                    open(instrument, chainLength >= 0 ? OptionTicker.parse(name).underlying() : "");
            if (current == null) {
                return null;
            }
            gathering.put(instrument, current);
        }
        return current.staged != null ? current.staged.columns() : part.rows().columns();
    }

    @Override
    public void end(long rows) {
        // An instrument ends when a ticker comes that it cannot own.
    }

    @Override
    public void abandon() {
        // What is gathered and not complete is given back by abandonAll.
    }

    private @Nullable Gathering<C> open(String instrument, String underlying) {
        int symbolId;
        try {
            symbolId = session.symbols().resolveSymbol(instrument);
            session.list(symbolId);
            if (!underlying.isEmpty()) {
                session.list(session.symbols().resolveSymbol(underlying));
            }
        } catch (SymbolMapFullException e) {
            if (refusedSymbols++ == 0) {
                LOG.error("{}: {}", instrument, e.getMessage());
            }
            return null;
        }
        if (!replaced && session.counts(kind.column(), symbolId).missing() == 0) {
            return null;
        }
        List<Claim> claims = claimUnfilled(symbolId);
        if (!replaced && claims.isEmpty()) {
            return null;
        }
        boolean shared = session.map(kind.column().payloadType())
                        .sharedRecord(symbolId, 0)
                        .isEmpty()
                || session.counts(kind.column(), symbolId).filled() == 0;
        boolean direct = shared && underlying.isEmpty() && claims.size() == session.minutes();
        return new Gathering<>(symbolId, claims, shared, direct ? null : kind.newRows(), part.size());
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
        SourceRows<C> staged = done.staged;
        if (staged == null) {
            part.rows().sortTail(done.from);
            part.add(done.symbolId, done.from, done.claims, done.shared);
        } else {
            staged.sortTail(0);
            if (replaced) {
                part.addReplaced(kind.name(), done.symbolId, staged, done.claims);
            } else {
                part.addStaged(done.symbolId, staged, done.claims, done.shared);
            }
        }
        if (part.size() >= partRows) {
            hand(part);
            part = newPart();
        }
    }

    /// The file is at its end: completes and publishes what is gathered. Returns how many slots were filled.
    int finish() throws Exception {
        gathering.values().forEach(this::complete);
        gathering.clear();
        hand(part);
        for (int slots : ComputePool.join(publishing)) {
            filled += slots;
        }
        return filled;
    }

    /// The file cannot be read further: publishes the instruments that are complete and gives the others back.
    int breakOff(Reason reason) throws Exception {
        long nowNs = publication.nowNs();
        for (Gathering<C> incomplete : gathering.values()) {
            incomplete.claims.forEach(claim -> session.release(claim, reason, nowNs));
        }
        gathering.clear();
        return finish();
    }

    /// Instruments that the file has a row of.
    Set<String> seen() {
        return seen;
    }

    /// Runs of tickers that came again after their instrument was complete; their rows were passed over.
    long resumedRuns() {
        return resumedRuns;
    }

    long refusedSymbols() {
        return refusedSymbols;
    }

    /// Instruments whose rows stop early.
    int earlyEnds() {
        return earlyEnds;
    }

    private void hand(SourcePart<C> full) {
        earlyEnds += full.earlyEnds();
        try {
            while (publishing.size() > 1) {
                filled += publishing.removeFirst().get();
            }
        } catch (Exception e) {
            full.abandon(Reason.ENGINE_ERROR);
            throw new IllegalStateException("a part could not be published", e);
        }
        if (!full.isEmpty()) {
            publishing.add(compute.fork(full::publish));
        }
    }

    private SourcePart<C> newPart() {
        return new SourcePart<>(publication, session, kind.column(), kind.newRows(), sourceEntry);
    }
}
