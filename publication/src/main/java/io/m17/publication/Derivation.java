package io.m17.publication;

import io.m17.ledger.SlotColumn;
import io.m17.ledger.session.SessionLedger;
import io.m17.market.column.Schema;
import java.util.BitSet;
import java.util.Map;

/// How columns of an instrument follow from others. One an engine; thread-safe.
public interface Derivation {
    /// The engine's name.
    String name();

    /// What is derived from what.
    Lineage lineage();

    Schema schema();

    /// How many rows make an artifact full.
    int partRows();

    /// A digest of the configuration that an instrument's outputs depend on: when it changes, the engine looks again.
    int policy(SessionLedger session, int symbolId);

    /// A worker for one session, with its workspaces.
    Worker newWorker(SessionLedger session, ArtifactReaders readers, long nowNs);

    /// Derives instrument after instrument. Confined to one thread.
    interface Worker {
        /// Looks at every window of an instrument, claims those that are not what their inputs say, and adds them to
        /// the publisher.
        ///
        /// @return whether it claimed a window or changed a reason
        boolean derive(int symbolId, Publisher publisher);

        /// The windows of an instrument that hold a payload which is not what their inputs say now; changes nothing.
        Map<SlotColumn, BitSet> stale(int symbolId);
    }
}
