package io.m17.ledger.slot;

/// The 32 bytes of a slot, little-endian.
///
/// | offset | size | field | written |
/// | ---: | ---: | --- | --- |
/// | 0 | 8 | word: payload_type u8, status u8, reason u8, incarnation u16, seq u24 | compare-and-swap, then release |
/// | 8 | 8 | payload: payload_id u32, version u32 | plain, while seq is odd |
/// | 16 | 8 | check: checksum u32, self-check u32 | plain, while seq is odd |
/// | 24 | 8 | last_updated_ns i64 | plain, while seq is odd |
///
/// The status byte holds the status in its low four bits and, while it is `PENDING`, the status to go back to in its
/// high four. The self-check covers the other 28 bytes; in a slot that was never touched all bytes are zero.
final class SlotLayout {
    static final int WORD = 0;
    static final int PAYLOAD = WORD + Long.BYTES;
    static final int CHECK = PAYLOAD + Long.BYTES;
    static final int LAST_UPDATED_NS = CHECK + Long.BYTES;
    static final int LENGTH_BYTES = LAST_UPDATED_NS + Long.BYTES;

    private SlotLayout() {}
}
