package io.m17.ledger.slot;

import io.m17.ledger.PayloadType;
import io.m17.ledger.Reason;
import io.m17.ledger.SlotStatus;

/// The first word of a slot: who may read it, what it holds, whose claim it is. An odd sequence means that a write is
/// under way; every write adds two, also clears, so no state comes back.
///
/// Its low 24 bits are the slot's state: payload type, status, the status before a claim, and reason.
final class SlotWord {
    private static final int STATUS_SHIFT = 8;
    private static final int PRIOR_SHIFT = 12;
    private static final int REASON_SHIFT = 16;
    private static final int INCARNATION_SHIFT = 24;
    private static final int SEQUENCE_SHIFT = 40;
    private static final long SEQUENCE_ONE = 1L << SEQUENCE_SHIFT;
    private static final long SEQUENCE_MASK = -SEQUENCE_ONE;
    private static final long INCARNATION_MASK = 0xFFFFL << INCARNATION_SHIFT;
    private static final int STATE_MASK = (1 << INCARNATION_SHIFT) - 1;
    private static final int REASON_MASK = 0xFF << REASON_SHIFT;
    private static final int STATUS_MASK = 0xF << STATUS_SHIFT;
    private static final int BOTH_STATUSES_MASK = STATUS_MASK | 0xF << PRIOR_SHIFT;
    private static final int PENDING = SlotStatus.PENDING.code() << STATUS_SHIFT;
    private static final int KNOWN_EMPTY =
            Reason.KNOWN_EMPTY.code() << REASON_SHIFT | SlotStatus.FILLED.code() << STATUS_SHIFT;

    private SlotWord() {}

    /// The state of a slot that nobody has claimed.
    static int state(SlotStatus status, Reason reason, PayloadType type) {
        return reason.code() << REASON_SHIFT | status.code() << STATUS_SHIFT | type.code();
    }

    /// A state with what the slot goes back to when its claim is given back.
    static int withPrior(int state, SlotStatus prior) {
        return state | prior.code() << PRIOR_SHIFT;
    }

    /// The state of a claim on a slot in a state that is not one.
    static int claimed(int state) {
        return (state & ~BOTH_STATUSES_MASK) | (state & STATUS_MASK) << (PRIOR_SHIFT - STATUS_SHIFT) | PENDING;
    }

    /// The word of a finished write that follows `before`.
    static long after(long before, int incarnation, int state) {
        return (before & SEQUENCE_MASK & ~SEQUENCE_ONE) + 2 * SEQUENCE_ONE
                | (long) incarnation << INCARNATION_SHIFT
                | state;
    }

    /// The same state with a write of `incarnation` under way, whether or not one was.
    static long writing(long word, int incarnation) {
        return (word & ~INCARNATION_MASK) | ((long) incarnation << INCARNATION_SHIFT) | SEQUENCE_ONE;
    }

    /// The word with an odd sequence, against which every write is lost.
    static long unwinnable(long word) {
        return word | SEQUENCE_ONE;
    }

    static boolean isWriting(long word) {
        return (word & SEQUENCE_ONE) != 0;
    }

    static int incarnation(long word) {
        return (int) (word >>> INCARNATION_SHIFT) & 0xFFFF;
    }

    /// The state as it stands, whosever claim it is.
    static int state(long word) {
        return (int) word & STATE_MASK;
    }

    /// The state to `incarnation`: a claim of any other counts as what stood there before it.
    static int effectiveState(long word, int incarnation) {
        int state = state(word);
        if ((state & STATUS_MASK) != PENDING || incarnation(word) == incarnation) {
            return state;
        }
        return (state & ~BOTH_STATUSES_MASK) | (priorCode(state) << STATUS_SHIFT);
    }

    /// Whether every code in the word is one that exists.
    static boolean isValid(long word) {
        int state = state(word);
        int prior = priorCode(state);
        return SlotStatus.isCode(statusCode(state))
                && Reason.isCode(reasonCode(state))
                && PayloadType.isCode(typeCode(state))
                && (prior == 0 || ((state & STATUS_MASK) == PENDING && SlotStatus.isCode(prior)));
    }

    /// Whether a state is filled, and filled with nothing.
    static boolean isKnownEmpty(int state) {
        return (state & (REASON_MASK | STATUS_MASK)) == KNOWN_EMPTY;
    }

    static int statusCode(int state) {
        return state >>> STATUS_SHIFT & 0xF;
    }

    static int priorCode(int state) {
        return state >>> PRIOR_SHIFT & 0xF;
    }

    static int reasonCode(int state) {
        return state >>> REASON_SHIFT & 0xFF;
    }

    static int typeCode(int state) {
        return state & 0xFF;
    }
}
