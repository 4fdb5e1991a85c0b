package io.m17.publication;

import io.m17.ledger.SlotColumn;
import io.m17.ledger.session.SessionLedger;
import io.m17.market.column.Schema;
import java.util.List;

/// How columns of an instrument follow from others. One an engine; thread-safe.
public interface Derivation {
    /// The engine's name.
    String name();

    /// The columns that are derived; all in artifacts and a map of one kind. Reconciliation is kept with the first.
    List<SlotColumn> outputs();

    Schema schema();

    /// The sum of the change sequences of everything that an instrument's outputs depend on, and of the outputs
    /// themselves: while it stays the same there is nothing to do.
    long changes(SessionLedger session, int symbolId);

    /// A worker for one session, with its workspaces.
    Worker newWorker(SessionLedger session, ArtifactReaders readers, long nowNs);

    /// Derives instrument after instrument. Confined to one thread.
    interface Worker {
        /// Looks at every window of an instrument, claims those that are not what their inputs say, and adds them to
        /// the publisher.
        ///
        /// @return whether it claimed a window or changed a reason
        boolean derive(int symbolId, Publisher publisher);
    }
}
