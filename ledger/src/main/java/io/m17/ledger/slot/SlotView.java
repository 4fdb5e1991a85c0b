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

    // Codes, as storing references into a living object costs more than decoding them when they are asked for.
    private int statusCode;
    private int reasonCode;
    private int typeCode;

    void set(long word, int statusCode, long payload, int checksum, long lastUpdatedNs) {
        this.word = word;
        this.statusCode = statusCode;
        this.reasonCode = SlotWord.reasonCode(word);
        this.typeCode = SlotWord.typeCode(word);
        this.payload = payload;
        this.checksum = checksum;
        this.lastUpdatedNs = lastUpdatedNs;
    }

    /// The slot's bytes cannot be trusted.
    void setUnusable(long word, Reason why) {
        this.word = word;
        this.statusCode = SlotStatus.EMPTY.code();
        this.reasonCode = why.code();
        this.typeCode = PayloadType.NONE.code();
        this.payload = 0;
        this.checksum = 0;
        this.lastUpdatedNs = 0;
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

    /// The effective status: a claim of a process that is gone counts as what stood there before.
    public SlotStatus status() {
        return SlotStatus.ofCode(statusCode);
    }

    public Reason reason() {
        return Reason.ofCode(reasonCode);
    }

    public PayloadType payloadType() {
        return PayloadType.ofCode(typeCode);
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
        return statusCode == SlotStatus.FILLED.code();
    }

    /// Whether somebody looked and found no rows.
    public boolean knownEmpty() {
        return filled() && reasonCode == Reason.KNOWN_EMPTY.code();
    }

    /// The same, to keep.
    public Slot toSlot() {
        return new Slot(word, status(), reason(), payloadType(), payloadId(), version(), checksum, lastUpdatedNs);
    }
}
