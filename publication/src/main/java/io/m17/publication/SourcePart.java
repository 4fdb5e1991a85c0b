package io.m17.publication;

import io.m17.ledger.Reason;
import io.m17.ledger.SlotColumn;
import io.m17.ledger.session.Claim;
import io.m17.ledger.session.SessionLedger;
import io.m17.market.column.ContentChecksum;
import io.m17.market.column.LongVector;
import io.m17.market.column.RowCarry;
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
    /// @param digests of what minutes carry over, when they are not those of the slice's own rows
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

    /// Adds an instrument of which only some windows are wanted: copies their rows out of `staged`, which is in order
    /// of time. The digests of what minutes carry over are those of all rows.
    void addStaged(int symbolId, SourceRows<C> staged, List<Claim> claims, boolean shared) {
        MinuteIndex all = index(staged);
        add(symbolId, staged, all, carries(staged, all), untilEarlyEnd(claims, all), shared);
    }

    /// Adds an instrument of a file that replaced another one: the windows in `claims`, and those that are filled with
    /// other rows than it has, or hand on another state.
    ///
    /// @param engine who claims them
    void addReplaced(String engine, int symbolId, SourceRows<C> staged, List<Claim> claims) {
        MinuteIndex all = index(staged);
        int[] digests = carries(staged, all);
        Standing standing = new Standing(session, column, symbolId);
        boolean shared = !standing.sharesOutside(all, outside(staged, all), digests[0]);
        BitSet changed = standing.changed(staged.rows(), all, digests);
        changed.clear(EarlyEnd.minute(all, session.minutes()), session.minutes());
        if (shared && claims.isEmpty() && changed.isEmpty()) {
            changed.set(0); // so that whoever depends on the state at the open looks again
        }
        List<Claim> wanted = new ArrayList<>(untilEarlyEnd(claims, all));
        wanted.addAll(SlotReads.claim(session, engine, column, symbolId, changed, publication.nowNs()));
        wanted.sort(Comparator.comparingInt(Claim::minute));
        if (!wanted.isEmpty()) {
            add(symbolId, staged, all, digests, wanted, shared);
        }
    }

    private void add(
            int symbolId, SourceRows<C> staged, MinuteIndex all, int[] digests, List<Claim> claims, boolean shared) {
        int from = size();
        if (shared) {
            copy(staged, 0, all.beforeOpen());
        }
        for (Claim claim : claims) {
            copy(staged, all.from(claim.minute()), all.to(claim.minute()));
        }
        if (shared) {
            copy(staged, all.to() - all.afterClose(), all.to());
        }
        MinuteIndex copied = MinuteIndex.of(session, rows.sipTimestamp(), from, size());
        slices.add(new Slice(symbolId, copied, claims, shared, digests));
    }

    private MinuteIndex index(SourceRows<C> staged) {
        return MinuteIndex.of(session, staged.sipTimestamp(), 0, staged.rows().size());
    }

    /// The claims before a suspicious end of the rows; those behind it are given back with that reason.
    private List<Claim> untilEarlyEnd(List<Claim> claims, MinuteIndex index) {
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
        for (int row = from; row < to; row++) {
            rows.rows().appendFrom(staged.rows(), row);
        }
    }

    /// The digest of the state at the open, then at the end of each minute.
    private int[] carries(SourceRows<C> source, MinuteIndex index) {
        RowCarry carry = source.newCarry();
        for (int row = index.from(); row < index.from() + index.beforeOpen(); row++) {
            carry.accept(row);
        }
        int[] digests = new int[session.minutes() + 1];
        digests[0] = carry.digest();
        for (int minute = 0; minute < session.minutes(); minute++) {
            for (int row = index.from(minute); row < index.to(minute); row++) {
                carry.accept(row);
            }
            digests[minute + 1] = carry.digest();
        }
        return digests;
    }

    /// Publishes all instruments; returns how many slots were filled.
    int publish() {
        Publisher publisher = new Publisher(publication, session, sourceEntry, rows.rows());
        for (Slice slice : slices) {
            add(publisher, slice, slice.digests != null ? slice.digests : carries(rows, slice.index));
        }
        return publisher.publish();
    }

    private void add(Publisher publisher, Slice slice, int[] digests) {
        MinuteIndex index = slice.index;
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
                publisher.emptyWindow(claim, empty);
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
