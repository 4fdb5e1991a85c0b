package io.m17.ledger.slot;

import java.lang.foreign.MemorySegment;

class SlotProtocolOverSegmentTest extends SlotProtocolCases {
    @Override
    SlotMemory memory() {
        return new SegmentSlotMemory(MemorySegment.ofArray(new long[LENGTH_BYTES / Long.BYTES]));
    }
}
