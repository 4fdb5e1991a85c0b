package io.m17.ledger.slot;

import io.m17.ledger.PayloadType;
import io.m17.ledger.Reason;
import io.m17.ledger.Slot;
import io.m17.ledger.SlotStatus;

/// A slot as one moment saw it, in an object that is used again for the next: what [Slot] is, without its allocation.
/// Confined to one thread.
public final class SlotView {
    private long word;
    private long payload;
    private int checksum;
    private long lastUpdatedNs;

    // As codes, for storing references into a living object costs more than decoding them when they are asked for.
    private int state;

    void set(long word, int state, long payload, int checksum, long lastUpdatedNs) {
        this.word = word;
        this.state = state;
        this.payload = payload;
        this.checksum = checksum;
        this.lastUpdatedNs = lastUpdatedNs;
    }

    /// The slot's bytes cannot be trusted.
    void setUnusable(long word, Reason why) {
        set(word, SlotWord.state(SlotStatus.EMPTY, why, PayloadType.NONE), 0, 0, 0);
    }

    static long payload(int payloadId, int version) {
        return (payloadId & 0xFFFFFFFFL) | ((long) version << 32);
    }

    long word() {
        return word;
    }

    long payload() {
        return payload;
    }

    /// The effective [SlotWord#state].
    int state() {
        return state;
    }

    /// The effective status: a claim of a process that is gone counts as what stood there before.
    public SlotStatus status() {
        return SlotStatus.ofCode(SlotWord.statusCode(state));
    }

    public Reason reason() {
        return Reason.ofCode(SlotWord.reasonCode(state));
    }

    public PayloadType payloadType() {
        return PayloadType.ofCode(SlotWord.typeCode(state));
    }

    public int payloadId() {
        return (int) payload;
    }

    public int version() {
        return (int) (payload >>> 32);
    }

    public int checksum() {
        return checksum;
    }

    /// Write time, nanoseconds since the Unix epoch.
    public long lastUpdatedNs() {
        return lastUpdatedNs;
    }

    public boolean filled() {
        return SlotWord.statusCode(state) == SlotStatus.FILLED.code();
    }

    /// Whether somebody looked and found no rows.
    public boolean knownEmpty() {
        return SlotWord.isKnownEmpty(state);
    }

    /// The same, to keep.
    public Slot toSlot() {
        return new Slot(word, status(), reason(), payloadType(), payloadId(), version(), checksum, lastUpdatedNs);
    }
}
