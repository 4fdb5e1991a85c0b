package io.m17.ledger.slot;

class SlotProtocolOverArrayTest extends SlotProtocolCases {
    @Override
    SlotMemory memory() {
        return new ArraySlotMemory(LENGTH_BYTES);
    }
}
