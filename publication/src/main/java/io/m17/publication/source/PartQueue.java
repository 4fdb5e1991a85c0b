package io.m17.publication.source;

import io.m17.ledger.Reason;
import io.m17.ledger.engine.ComputePool;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Supplier;

/// The part that is being filled, and those that are being published beside it, two at most. The columns of one that
/// was published are those of a later one. Confined to the thread that reads; parts are handed over whole.
///
/// @param <C> the typed columns
final class PartQueue<C> {
    private static final int MOST_PUBLISHING = 2;

    private record Publishing<C>(SourcePart<C> part, Future<Integer> filled) {}

    private final ComputePool compute;
    private final int partRows;
    private final Supplier<SourceRows<C>> newRows;
    private final Function<SourceRows<C>, SourcePart<C>> parts;
    private final List<Publishing<C>> publishing = new ArrayList<>();
    private final Deque<SourceRows<C>> spare = new ArrayDeque<>();
    private SourcePart<C> part;
    private int earlyEnds;
    private int filled;

    /// @param partRows how many rows make a part full
    /// @param newRows makes empty columns
    /// @param parts makes an empty part of empty columns
    PartQueue(
            ComputePool compute,
            int partRows,
            Supplier<SourceRows<C>> newRows,
            Function<SourceRows<C>, SourcePart<C>> parts) {
        this.compute = compute;
        this.partRows = partRows;
        this.newRows = newRows;
        this.parts = parts;
        this.part = parts.apply(newRows.get());
    }

    /// The part that is being filled.
    SourcePart<C> part() {
        return part;
    }

    /// Hands the part over for publication when it is full.
    void rollIfFull() {
        if (part.size() >= partRows) {
            roll();
        }
    }

    /// Hands the part over when it is full, and waits: what comes next of the same instrument is published behind it.
    void settleIfFull() {
        if (part.size() >= partRows) {
            roll();
            try {
                settle();
            } catch (Exception e) {
                throw unpublished(e);
            }
        }
    }

    /// Hands over what there is and waits until all is published; returns how many slots were filled so far.
    int finish() throws Exception {
        roll();
        settle();
        return filled;
    }

    /// Gives the claims of the part back; what is being published is waited for. Returns how many slots were filled.
    int abandon(Reason reason) throws Exception {
        part.abandon(reason);
        part = next();
        settle();
        return filled;
    }

    /// Instruments whose rows stop early.
    int earlyEnds() {
        return earlyEnds;
    }

    private void settle() throws Exception {
        List<Publishing<C>> waited = List.copyOf(publishing);
        publishing.clear();
        for (int slots :
                ComputePool.join(waited.stream().map(Publishing::filled).toList())) {
            filled += slots;
        }
        waited.forEach(published -> spare.add(published.part.rows()));
    }

    private void roll() {
        SourcePart<C> full = part;
        earlyEnds += full.earlyEnds();
        try {
            while (publishing.size() >= MOST_PUBLISHING) {
                Publishing<C> first = publishing.removeFirst();
                filled += first.filled.get();
                spare.add(first.part.rows());
            }
        } catch (Exception e) {
            part = next();
            full.abandon(Reason.ENGINE_ERROR);
            throw unpublished(e);
        }
        part = next();
        if (full.isEmpty()) {
            spare.add(full.rows());
        } else {
            publishing.add(new Publishing<>(full, compute.fork(full::publish)));
        }
    }

    private SourcePart<C> next() {
        SourceRows<C> rows = spare.poll();
        if (rows == null) {
            return parts.apply(newRows.get());
        }
        rows.rows().reset();
        return parts.apply(rows);
    }

    private static IllegalStateException unpublished(Exception cause) {
        return new IllegalStateException("a part could not be published", cause);
    }
}
