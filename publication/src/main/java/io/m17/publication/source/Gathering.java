package io.m17.publication.source;

import io.m17.ledger.session.Claim;
import io.m17.market.column.ColumnBatch;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An instrument whose rows are being gathered: straight into the part that is being filled, or staged in columns of
/// their own, of which sorted segments may lie on the disk already. Confined to the thread that reads.
///
/// @param <C> the typed columns
final class Gathering<C> {
    private final int symbolId;
    private final List<Claim> claims;
    private final boolean shared;
    private final int from;
    private final List<RunFiles.Segment> segments = new ArrayList<>();
    private @Nullable SourceRows<C> staged;

    private Gathering(int symbolId, List<Claim> claims, boolean shared, int from, @Nullable SourceRows<C> staged) {
        this.symbolId = symbolId;
        this.claims = claims;
        this.shared = shared;
        this.from = from;
        this.staged = staged;
    }

    /// An instrument whose rows go straight into a part, from a row on.
    static <C> Gathering<C> direct(int symbolId, List<Claim> claims, int from) {
        return new Gathering<>(symbolId, claims, true, from, null);
    }

    /// An instrument whose rows are looked at as a whole before any of them goes into a part.
    ///
    /// @param claims those that were taken when its first row came; none when they are to be taken in the end
    /// @param shared whether the record that its empty windows share is to be written
    static <C> Gathering<C> staged(int symbolId, List<Claim> claims, boolean shared, SourceRows<C> rows) {
        return new Gathering<>(symbolId, claims, shared, 0, rows);
    }

    int symbolId() {
        return symbolId;
    }

    List<Claim> claims() {
        return claims;
    }

    boolean shared() {
        return shared;
    }

    /// The first row in the part, of a direct one.
    int from() {
        return from;
    }

    /// The rows that are staged in memory, or null while they go straight into a part.
    @Nullable
    SourceRows<C> staged() {
        return staged;
    }

    int stagedRows() {
        return staged == null ? 0 : staged.rows().size();
    }

    /// What is on the disk, in the order in which the rows came.
    List<RunFiles.Segment> segments() {
        return segments;
    }

    /// Takes the rows out of the part, because they have become too many for it.
    void stage(SourceRows<C> rows, ColumnBatch part) {
        rows.rows().appendFrom(part, from, part.size());
        part.truncate(from);
        staged = rows;
    }
}
