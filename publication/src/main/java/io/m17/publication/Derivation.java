package io.m17.publication;

import io.m17.ledger.session.SessionLedger;
import io.m17.market.column.Schema;

/// How columns of an instrument follow from others. One an engine; thread-safe.
public interface Derivation {
    /// The engine's name.
    String name();

    /// What is derived from what.
    Lineage lineage();

    Schema schema();

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
