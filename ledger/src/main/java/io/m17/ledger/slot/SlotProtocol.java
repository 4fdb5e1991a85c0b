package io.m17.ledger.slot;

import io.m17.journal.KillPoint;
import io.m17.ledger.PayloadType;
import io.m17.ledger.Reason;
import io.m17.ledger.Slot;
import io.m17.ledger.SlotStatus;
import java.lang.invoke.VarHandle;
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

    /// What an attempt to read returns that succeeded; the words of the others are odd.
    private static final long READ = 0;

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
        long word = tryRead(offset, into);
        if (word != READ) {
            readAgain(offset, word, into);
        }
    }

    /// Reads once: [#READ], or the word that was being written or has changed meanwhile, made one that cannot win.
    private long tryRead(long offset, SlotView into) {
        long word = memory.getAcquire(offset + SlotLayout.WORD);
        long payload = memory.get(offset + SlotLayout.PAYLOAD);
        long check = memory.get(offset + SlotLayout.CHECK);
        long lastUpdatedNs = memory.get(offset + SlotLayout.LAST_UPDATED_NS);
        // Keeps the second load of the word behind the loads above, which an acquire load of it would not.
        VarHandle.acquireFence();
        if (SlotWord.isWriting(word) || memory.get(offset + SlotLayout.WORD) != word) {
            return SlotWord.unwinnable(word);
        }
        decode(word, payload, check, lastUpdatedNs, into);
        return READ;
    }

    /// Tries until the slot holds still, for a while; a writer that died half-way is not waited for.
    private void readAgain(long offset, long first, SlotView into) {
        long word = first;
        for (int attempt = 1; attempt < READ_ATTEMPTS; attempt++) {
            if (SlotWord.incarnation(word) != incarnation && attempt > SPINS_BEFORE_PAUSE) {
                break;
            }
            pause(attempt);
            word = tryRead(offset, into);
            if (word == READ) {
                return;
            }
        }
        into.setUnusable(word, Reason.TORN_WRITE);
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
        if (SlotWord.isWriting(expected)) {
            return LOST;
        }
        return store(offset, expected, status, prior, reason, type, payloadId, version, checksum, nowNs);
    }

    /// Overwrites a slot that is torn or fails its self-check, whatever stands there. Only recovery and repair, which
    /// own the whole session, may call this.
    long overwrite(
            long offset,
            SlotStatus status,
            Reason reason,
            PayloadType type,
            int payloadId,
            int version,
            int checksum,
            long nowNs) {
        long word = memory.getAcquire(offset + SlotLayout.WORD);
        return store(offset, word, status, SlotStatus.EMPTY, reason, type, payloadId, version, checksum, nowNs);
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

    private long store(
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
        long writing = SlotWord.writing(expected & ~(1L << 40), incarnation);
        if (!memory.compareAndSet(offset + SlotLayout.WORD, expected, writing)) {
            return LOST;
        }
        KillPoint.SLOT_SWAPPED.reached();
        // Stores behind a volatile write may become visible before it: a reader could meet them under the old word.
        VarHandle.storeStoreFence();
        long word = SlotWord.after(expected, incarnation, status, prior, reason, type);
        long payload = SlotView.payload(payloadId, version);
        memory.set(offset + SlotLayout.PAYLOAD, payload);
        KillPoint.SLOT_PAYLOAD_STORED.reached();
        memory.set(offset + SlotLayout.CHECK, check(word, payload, checksum, nowNs));
        memory.set(offset + SlotLayout.LAST_UPDATED_NS, nowNs);
        KillPoint.SLOT_STORED.reached();
        memory.setRelease(offset + SlotLayout.WORD, word);
        return word;
    }

    private void decode(long word, long payload, long check, long lastUpdatedNs, SlotView into) {
        if (!consistent(word, payload, check, lastUpdatedNs)) {
            into.setUnusable(word, Reason.DAMAGED);
            return;
        }
        int status = SlotWord.statusCode(word);
        if (status == SlotStatus.PENDING.code() && SlotWord.incarnation(word) != incarnation) {
            status = SlotWord.priorCode(word);
        }
        into.set(word, status, payload, (int) check, lastUpdatedNs);
    }

    private static boolean consistent(long word, long payload, long check, long lastUpdatedNs) {
        if (word == 0) {
            return (payload | check | lastUpdatedNs) == 0;
        }
        return SlotWord.isValid(word) && check == check(word, payload, (int) check, lastUpdatedNs);
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
