package io.m17.publication.source;

import io.m17.ledger.Reason;
import io.m17.ledger.SlotColumn;
import io.m17.ledger.session.Claim;
import io.m17.ledger.session.SessionLedger;
import io.m17.market.column.ContentChecksum;
import io.m17.market.column.LongVector;
import io.m17.publication.InputDigest;
import io.m17.publication.PayloadForm;
import io.m17.publication.Publication;
import io.m17.publication.Publisher;
import io.m17.publication.SlotReads;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Instruments whose rows of one session go into one artifact. Gathered by the thread that reads the file, then handed
/// over whole to the one that publishes.
///
/// @param <C> the typed columns
final class SourcePart<C> {
    /// One instrument's rows in order of time and the windows claimed for them.
    ///
    /// @param shared whether the part writes the record that the instrument's empty windows share, and so holds its
    ///     rows outside the session too
    /// @param digests of the state at the open, then at the end of each minute, when they are not those of the slice's
    ///     own rows
    private record Slice(
            int symbolId, MinuteIndex index, List<Claim> claims, boolean shared, int @Nullable [] digests) {}

    private final Publication publication;
    private final SessionLedger session;
    private final SlotColumn column;
    private final SourceRows<C> rows;
    private final long sourceEntry;
    private final List<Slice> slices = new ArrayList<>();
    private final ContentChecksum checksums = new ContentChecksum();
    private int earlyEnds;

    SourcePart(
            Publication publication, SessionLedger session, SlotColumn column, SourceRows<C> rows, long sourceEntry) {
        this.publication = publication;
        this.session = session;
        this.column = column;
        this.rows = rows;
        this.sourceEntry = sourceEntry;
    }

    SourceRows<C> rows() {
        return rows;
    }

    int size() {
        return rows.rows().size();
    }

    boolean isEmpty() {
        return slices.isEmpty();
    }

    /// Adds an instrument whose rows from `from` on are the last of the part, in order of time.
    void add(int symbolId, int from, List<Claim> claims, boolean shared) {
        MinuteIndex index = MinuteIndex.of(session, rows.sipTimestamp(), from, size());
        slices.add(new Slice(symbolId, index, untilEarlyEnd(claims, index), shared, null));
    }

    /// Adds a stretch of an instrument of which only some windows are wanted: copies their rows.
    ///
    /// @param total the rows of the instrument in all its stretches
    /// @param claims of the whole session, none behind an early end
    /// @param shared whether the record that the empty windows share is to be written, with the first stretch
    void addStaged(int symbolId, TimedRows<C> timed, MinuteIndex total, List<Claim> claims, boolean shared) {
        List<Claim> wanted = claimsOf(timed, total, claims, shared);
        boolean sharedHere = shared && timed.isFirst();
        if (sharedHere || !wanted.isEmpty()) {
            add(symbolId, timed, wanted, sharedHere);
        }
    }

    /// Adds a stretch of an instrument of a file that replaced another one: the windows in `claims`, and those that are
    /// filled with other rows than it has, or hand on another state.
    ///
    /// @param engine who claims them
    /// @param total the rows of the instrument in all its stretches
    /// @param shared whether the record that the empty windows share is written, with the first stretch
    void addReplaced(
            String engine, int symbolId, TimedRows<C> timed, MinuteIndex total, List<Claim> claims, boolean shared) {
        BitSet changed = new Standing(session, column, symbolId).changed(timed);
        changed.clear(EarlyEnd.minute(total, session.minutes()), session.minutes());
        List<Claim> wanted = new ArrayList<>(claimsOf(timed, total, claims, shared));
        boolean sharedHere = shared && timed.isFirst();
        if (sharedHere && wanted.isEmpty() && changed.isEmpty()) {
            changed.set(0); // so that whoever depends on the state at the open looks again
        }
        wanted.addAll(SlotReads.claim(session, engine, column, symbolId, changed, publication.nowNs()));
        wanted.sort(Comparator.comparingInt(Claim::minute));
        if (!wanted.isEmpty()) {
            add(symbolId, timed, wanted, sharedHere);
        }
    }

    /// Whether the record that the empty windows of an instrument share says something else than its rows do.
    boolean outdatesShared(int symbolId, TimedRows<C> first) {
        int outside = outside(first.rows(), first.index());
        return !new Standing(session, column, symbolId).sharesOutside(first.index(), outside, first.digests()[0]);
    }

    /// The claims that belong to a stretch: those of its minutes. Where the shared record is written, windows that will
    /// point at it go with the first stretch, which writes it.
    private static List<Claim> claimsOf(TimedRows<?> timed, MinuteIndex total, List<Claim> claims, boolean shared) {
        return claims.stream()
                .filter(claim -> {
                    boolean empty = total.from(claim.minute()) == total.to(claim.minute());
                    boolean sharing = shared && empty && Publisher.sharesRecord(claim);
                    return sharing ? timed.isFirst() : timed.covers(claim.minute());
                })
                .toList();
    }

    private void add(int symbolId, TimedRows<C> timed, List<Claim> claims, boolean shared) {
        MinuteIndex index = timed.index();
        int from = size();
        if (shared) {
            copy(timed.rows(), index.from(), index.from() + index.beforeOpen());
        }
        for (Claim claim : claims) {
            copy(timed.rows(), index.from(claim.minute()), index.to(claim.minute()));
        }
        if (shared) {
            copy(timed.rows(), index.to() - index.afterClose(), index.to());
        }
        MinuteIndex copied = MinuteIndex.of(session, rows.sipTimestamp(), from, size());
        slices.add(new Slice(symbolId, copied, claims, shared, timed.digests().clone()));
    }

    /// The claims before a suspicious end of the rows; those behind it are given back with that reason.
    List<Claim> untilEarlyEnd(List<Claim> claims, MinuteIndex index) {
        int end = EarlyEnd.minute(index, session.minutes());
        List<Claim> before =
                claims.stream().filter(claim -> claim.minute() < end).toList();
        if (before.size() < claims.size()) {
            long nowNs = publication.nowNs();
            claims.stream()
                    .filter(claim -> claim.minute() >= end)
                    .forEach(claim -> session.release(claim, Reason.VENDOR_FILE_STOPS_EARLY, nowNs));
            earlyEnds++;
        }
        return before;
    }

    /// Instruments whose rows stop early.
    int earlyEnds() {
        return earlyEnds;
    }

    /// A digest of the rows before the open and after the close; 0 when there are none.
    private int outside(SourceRows<C> source, MinuteIndex index) {
        if (index.beforeOpen() + index.afterClose() == 0) {
            return ContentChecksum.EMPTY;
        }
        int before = checksums.of(source.rows(), index.from(), index.from() + index.beforeOpen());
        int after = checksums.of(source.rows(), index.to() - index.afterClose(), index.to());
        return InputDigest.of(before, after);
    }

    private void copy(SourceRows<C> staged, int from, int to) {
        rows.rows().appendFrom(staged.rows(), from, to);
    }

    /// Publishes all instruments; returns how many slots were filled.
    int publish() {
        Publisher publisher = new Publisher(publication, session, sourceEntry, rows.rows());
        for (Slice slice : slices) {
            add(publisher, slice);
        }
        return publisher.publish();
    }

    private void add(Publisher publisher, Slice slice) {
        MinuteIndex index = slice.index;
        int[] digests = slice.digests != null
                ? slice.digests
                : TimedRows.of(rows, index).digests();
        PayloadForm empty = origin -> origin.shared()
                ? rows.payload(origin, index.beforeOpen(), index.afterClose())
                : rows.payload(origin, 0, 0);
        if (slice.shared) {
            publisher.shared(slice.symbolId, column.ordinal(), index.from(), outside(rows, index), digests[0], empty);
        }
        LongVector sip = rows.sipTimestamp();
        for (Claim claim : slice.claims) {
            int from = index.from(claim.minute());
            int to = index.to(claim.minute());
            if (from < to) {
                long firstTs = sip.get(from);
                long lastTs = sip.get(to - 1);
                publisher.window(
                        claim, from, to, digests[claim.minute() + 1], origin -> rows.payload(origin, firstTs, lastTs));
            } else if (slice.shared) {
                publisher.emptyWindow(claim, digests[claim.minute() + 1], empty);
            } else {
                publisher.window(claim, from, from, digests[claim.minute() + 1], empty);
            }
        }
    }

    /// Gives every claim back.
    void abandon(Reason reason) {
        long nowNs = publication.nowNs();
        slices.forEach(slice -> slice.claims.forEach(claim -> session.release(claim, reason, nowNs)));
    }
}
