package io.m17.proofs.races;

import io.m17.stress.LogFlaw;
import io.m17.stress.SlotFlaw;

/// The trials with one rule broken each, as Lincheck makes its subjects by class.
final class PlantedTrials {
    private PlantedTrials() {}

    /// Data become visible after the word that publishes them.
    public static final class MissingRelease extends SlotTrial {
        public MissingRelease() {
            super(SlotFlaw.MISSING_RELEASE, LIVING);
        }
    }

    /// A state that comes back after a clear passes for the one before it.
    public static final class Aba extends SlotTrial {
        public Aba() {
            super(SlotFlaw.ABA, LIVING);
        }
    }

    /// A claim is honoured after somebody else has written.
    public static final class StaleClaim extends SlotTrial {
        public StaleClaim() {
            super(SlotFlaw.STALE_CLAIM, LIVING);
        }
    }

    /// A process begins under the incarnation of the one before it, so that a claim of the dead is honoured.
    public static final class DeadClaim extends SlotTrial {
        public DeadClaim() {
            super(SlotFlaw.NONE, GONE);
        }
    }

    /// The second writer does not look whether it won.
    public static final class LostConflict extends SlotTrial {
        public LostConflict() {
            super(SlotFlaw.LOST_CONFLICT, LIVING);
        }
    }

    /// A fixed-stride record is published before its body is stored.
    public static final class FixedTornTail extends FixedLogTrial {
        public FixedTornTail() {
            super(LogFlaw.TORN_TAIL);
        }
    }

    /// A frame is published before its body is stored.
    public static final class RecordTornTail extends RecordLogTrial {
        public RecordTornTail() {
            super(LogFlaw.TORN_TAIL, true);
        }
    }
}
