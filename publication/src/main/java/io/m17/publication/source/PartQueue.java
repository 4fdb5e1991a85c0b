package io.m17.publication.source;

import io.m17.ledger.Reason;
import io.m17.ledger.engine.ComputePool;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/// The part that is being filled, and those that are being published beside it, two at most. Confined to the thread
/// that reads; parts are handed over whole.
///
/// @param <C> the typed columns
final class PartQueue<C> {
    private static final int MOST_PUBLISHING = 2;

    private final ComputePool compute;
    private final int partRows;
    private final Supplier<SourcePart<C>> parts;
    private final List<Future<Integer>> publishing = new ArrayList<>();
    private SourcePart<C> part;
    private int earlyEnds;
    private int filled;

    /// @param partRows how many rows make a part full
    /// @param parts makes an empty one
    PartQueue(ComputePool compute, int partRows, Supplier<SourcePart<C>> parts) {
        this.compute = compute;
        this.partRows = partRows;
        this.parts = parts;
        this.part = parts.get();
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
        part = parts.get();
        settle();
        return filled;
    }

    /// Instruments whose rows stop early.
    int earlyEnds() {
        return earlyEnds;
    }

    private void settle() throws Exception {
        List<Future<Integer>> waited = List.copyOf(publishing);
        publishing.clear();
        for (int slots : ComputePool.join(waited)) {
            filled += slots;
        }
    }

    private void roll() {
        SourcePart<C> full = part;
        part = parts.get();
        earlyEnds += full.earlyEnds();
        try {
            while (publishing.size() >= MOST_PUBLISHING) {
                filled += publishing.removeFirst().get();
            }
        } catch (Exception e) {
            full.abandon(Reason.ENGINE_ERROR);
            throw unpublished(e);
        }
        if (!full.isEmpty()) {
            publishing.add(compute.fork(full::publish));
        }
    }

    private static IllegalStateException unpublished(Exception cause) {
        return new IllegalStateException("a part could not be published", cause);
    }
}
