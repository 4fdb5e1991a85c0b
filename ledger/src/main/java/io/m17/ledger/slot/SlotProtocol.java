package io.m17.ledger.slot;

import io.m17.journal.KillPoint;
import io.m17.ledger.PayloadType;
import io.m17.ledger.Reason;
import io.m17.ledger.Slot;
import io.m17.ledger.SlotStatus;
import java.lang.invoke.VarHandle;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/// How a slot is read and written so that no reader ever sees two writes mixed and no two writers both win.
///
/// A writer swaps the word it expects for the same word with an odd sequence, stores the other three words, and
/// release-stores the new word. A reader loads the word with acquire, the other three, and the word again; it starts
/// over when the word was odd or has changed. Nobody blocks: a lost swap is a conflict, and a reader gives up after
/// [#READ_ATTEMPTS] and reports the slot as torn, under an odd word that no write can win against. Thread-safe; no
/// allocation but the [Slot] that a read returns.
public final class SlotProtocol {
    /// What a write returns that lost against another one. No finished write has this word.
    public static final long LOST = 0;

    /// What operators make of a slot that holds a payload.
    private static final List<SlotStatus> BLANKS = List.of(SlotStatus.CLEARED, SlotStatus.RETIRED);

    private static final int READ_ATTEMPTS = 1 << 14;
    private static final int SPINS_BEFORE_PAUSE = 1 << 8;
    private static final long PAUSE_NS = 1_000;

    private final SlotMemory memory;
    private final int incarnation;

    /// @param incarnation of the process that holds the lock, from 1; 0 when nobody does, so that every claim is void
    public SlotProtocol(SlotMemory memory, int incarnation) {
        if (incarnation < 0 || incarnation > 0xFFFF) {
            throw new IllegalArgumentException("an incarnation is a u16 [incarnation=" + incarnation + "]");
        }
        this.memory = memory;
        this.incarnation = incarnation;
    }

    /// The slot at an offset, as one moment saw it.
    public Slot read(long offset) {
        SlotView view = new SlotView();
        read(offset, view);
        return view.toSlot();
    }

    /// Puts the slot at an offset, as one moment saw it, into the view. Allocates nothing.
    public void read(long offset, SlotView into) {
        if (!tryRead(offset, into)) {
            readAgain(offset, into);
        }
    }

    /// Reads once. Returns false when the slot was being written or changed meanwhile; the view then has an odd word.
    private boolean tryRead(long offset, SlotView into) {
        SlotMemory slots = memory;
        long word = slots.getAcquire(offset + SlotLayout.WORD);
        long payload = slots.get(offset + SlotLayout.PAYLOAD);
        long check = slots.get(offset + SlotLayout.CHECK);
        long lastUpdatedNs = slots.get(offset + SlotLayout.LAST_UPDATED_NS);
        // Keeps the second load of the word behind the loads above, which an acquire load of it would not.
        VarHandle.acquireFence();
        if (SlotWord.isWriting(word) || slots.get(offset + SlotLayout.WORD) != word) {
            into.setUnusable(SlotWord.unwinnable(word), Reason.TORN_WRITE);
            return false;
        }
        if (consistent(word, payload, check, lastUpdatedNs)) {
            into.set(word, SlotWord.effectiveState(word, incarnation), payload, (int) check, lastUpdatedNs);
        } else {
            into.setUnusable(word, Reason.DAMAGED);
        }
        return true;
    }

    /// Tries until the slot holds still, for a while; a writer that died half-way is not waited for.
    private void readAgain(long offset, SlotView into) {
        for (int attempt = 1; attempt < READ_ATTEMPTS; attempt++) {
            if (SlotWord.incarnation(into.word()) != incarnation && attempt > SPINS_BEFORE_PAUSE) {
                return;
            }
            pause(attempt);
            if (tryRead(offset, into)) {
                return;
            }
        }
    }

    /// Writes the slot if its word is still `expected`; returns the new word, or [#LOST].
    ///
    /// @param prior the status to go back to, when `status` is `PENDING`; otherwise `EMPTY`
    public long write(
            long offset,
            long expected,
            SlotStatus status,
            SlotStatus prior,
            Reason reason,
            PayloadType type,
            int payloadId,
            int version,
            int checksum,
            long nowNs) {
        int state = SlotWord.withPrior(SlotWord.state(status, reason, type), prior);
        return write(offset, expected, state, SlotView.payload(payloadId, version), checksum, nowNs);
    }

    /// The same, of a [SlotWord#state].
    long write(long offset, long expected, int state, long payload, int checksum, long nowNs) {
        return SlotWord.isWriting(expected) ? LOST : store(offset, expected, state, payload, checksum, nowNs);
    }

    /// Overwrites a slot that is torn or fails its self-check, whatever stands there. Only recovery and repair, which
    /// own the whole session, may call this.
    ///
    /// @param to what it is to be; its word does not count
    long overwrite(long offset, Slot to) {
        long word = memory.getAcquire(offset + SlotLayout.WORD);
        int state = SlotWord.state(to.status(), to.reason(), to.payloadType());
        return store(
                offset, word, state, SlotView.payload(to.payloadId(), to.version()), to.checksum(), to.lastUpdatedNs());
    }

    /// The status that a write was about to give a slot without a payload when it was cut short behind its last store
    /// but that of the word; empty when it was another write, or was cut short before.
    Optional<SlotStatus> unpublishedBlank(long offset) {
        long word = memory.getAcquire(offset + SlotLayout.WORD);
        long check = memory.get(offset + SlotLayout.CHECK);
        long lastUpdatedNs = memory.get(offset + SlotLayout.LAST_UPDATED_NS);
        if (!SlotWord.isWriting(word) || memory.get(offset + SlotLayout.PAYLOAD) != 0) {
            return Optional.empty();
        }
        return BLANKS.stream()
                .filter(status -> {
                    int state = SlotWord.state(status, Reason.CLEARED_BY_OPERATOR, PayloadType.NONE);
                    long after = SlotWord.after(word, SlotWord.incarnation(word), state);
                    return check == check(after, 0, 0, lastUpdatedNs);
                })
                .findFirst();
    }

    /// Whether the bytes of a slot are what a finished write leaves, or untouched.
    boolean intact(long offset) {
        long word = memory.getAcquire(offset + SlotLayout.WORD);
        long payload = memory.get(offset + SlotLayout.PAYLOAD);
        long check = memory.get(offset + SlotLayout.CHECK);
        long lastUpdatedNs = memory.get(offset + SlotLayout.LAST_UPDATED_NS);
        return !SlotWord.isWriting(word) && consistent(word, payload, check, lastUpdatedNs);
    }

    /// Whether nobody ever wrote the slot: what a scan of a sparse session mostly meets.
    boolean untouched(long offset) {
        return (memory.getAcquire(offset + SlotLayout.WORD)
                        | memory.get(offset + SlotLayout.PAYLOAD)
                        | memory.get(offset + SlotLayout.CHECK)
                        | memory.get(offset + SlotLayout.LAST_UPDATED_NS))
                == 0;
    }

    private long store(long offset, long expected, int state, long payload, int checksum, long nowNs) {
        SlotMemory slots = memory;
        long writing = SlotWord.writing(expected, incarnation);
        if (!slots.compareAndSet(offset + SlotLayout.WORD, expected, writing)) {
            return LOST;
        }
        KillPoint.SLOT_SWAPPED.reached();
        // Stores behind a volatile write may become visible before it: a reader could meet them under the old word.
        VarHandle.storeStoreFence();
        long word = SlotWord.after(expected, incarnation, state);
        slots.set(offset + SlotLayout.CHECK, check(word, payload, checksum, nowNs));
        slots.set(offset + SlotLayout.LAST_UPDATED_NS, nowNs);
        KillPoint.SLOT_CHECK_STORED.reached();
        // After the others: until then a write that is cut short has left the payload that stood there, and from then
        // on the check says what was to stand there.
        slots.setRelease(offset + SlotLayout.PAYLOAD, payload);
        KillPoint.SLOT_STORED.reached();
        slots.setRelease(offset + SlotLayout.WORD, word);
        return word;
    }

    private static boolean consistent(long word, long payload, long check, long lastUpdatedNs) {
        return word == 0
                ? (payload | check | lastUpdatedNs) == 0
                : check == check(word, payload, (int) check, lastUpdatedNs) && SlotWord.isValid(word);
    }

    /// The checksum in the low half, in the high half a sum of everything in the slot, each word times an odd number of
    /// its own, so that a changed bit changes it. Four multiplications that do not wait for each other.
    private static long check(long word, long payload, int checksum, long lastUpdatedNs) {
        long content = checksum & 0xFFFFFFFFL;
        long sum = word * 0x9E3779B97F4A7C15L
                + payload * 0xFF51AFD7ED558CCDL
                + lastUpdatedNs * 0xC4CEB9FE1A85EC53L
                + content * 0xD6E8FEB86659FD93L
                + 0xA5A5A5A5A5A5A5A5L;
        return content | ((sum ^ (sum << 32)) & 0xFFFFFFFF00000000L);
    }

    /// The finaliser of MurmurHash3 for 64 bits: every input bit reaches every output bit.
    static long mix(long value) {
        long mixed = (value ^ (value >>> 33)) * 0xFF51AFD7ED558CCDL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xC4CEB9FE1A85EC53L;
        return mixed ^ (mixed >>> 33);
    }

    private static void pause(int attempt) {
        if (attempt < SPINS_BEFORE_PAUSE) {
            Thread.onSpinWait();
        } else {
            LockSupport.parkNanos(PAUSE_NS);
        }
    }
}
