package io.m17.ledger.slot;

import io.m17.ledger.PayloadType;
import io.m17.ledger.Reason;
import io.m17.ledger.SlotStatus;

/// The first word of a slot: who may read it, what it holds, whose claim it is. An odd sequence means that a write is
/// under way; every write adds two, also clears, so no state comes back.
final class SlotWord {
    private static final int STATUS_SHIFT = 8;
    private static final int PRIOR_SHIFT = 12;
    private static final int REASON_SHIFT = 16;
    private static final int INCARNATION_SHIFT = 24;
    private static final int SEQUENCE_SHIFT = 40;
    private static final long SEQUENCE_ONE = 1L << SEQUENCE_SHIFT;
    private static final long INCARNATION_MASK = 0xFFFFL << INCARNATION_SHIFT;

    private SlotWord() {}

    /// The word of a finished write that follows `before`.
    static long after(
            long before, int incarnation, SlotStatus status, SlotStatus prior, Reason reason, PayloadType type) {
        long sequence = ((before >>> SEQUENCE_SHIFT) & ~1L) + 2;
        return (sequence << SEQUENCE_SHIFT)
                | ((long) incarnation << INCARNATION_SHIFT)
                | ((long) reason.code() << REASON_SHIFT)
                | ((long) prior.code() << PRIOR_SHIFT)
                | ((long) status.code() << STATUS_SHIFT)
                | type.code();
    }

    /// The same state with a write of `incarnation` under way.
    static long writing(long word, int incarnation) {
        return ((word & ~INCARNATION_MASK) | ((long) incarnation << INCARNATION_SHIFT)) + SEQUENCE_ONE;
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

    /// Whether every code in the word is one that exists.
    static boolean isValid(long word) {
        int status = statusCode(word);
        int prior = priorCode(word);
        return SlotStatus.isCode(status)
                && (prior == 0 || (status == SlotStatus.PENDING.code() && SlotStatus.isCode(prior)))
                && Reason.isCode(reasonCode(word))
                && PayloadType.isCode(typeCode(word));
    }

    static SlotStatus status(long word) {
        return SlotStatus.ofCode(statusCode(word));
    }

    static SlotStatus prior(long word) {
        return SlotStatus.ofCode(priorCode(word));
    }

    static Reason reason(long word) {
        return Reason.ofCode(reasonCode(word));
    }

    static PayloadType payloadType(long word) {
        return PayloadType.ofCode(typeCode(word));
    }

    static int statusCode(long word) {
        return (int) (word >>> STATUS_SHIFT) & 0xF;
    }

    static int priorCode(long word) {
        return (int) (word >>> PRIOR_SHIFT) & 0xF;
    }

    static int reasonCode(long word) {
        return (int) (word >>> REASON_SHIFT) & 0xFF;
    }

    static int typeCode(long word) {
        return (int) word & 0xFF;
    }
}
