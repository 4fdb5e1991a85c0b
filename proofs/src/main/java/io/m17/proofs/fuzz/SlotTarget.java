package io.m17.proofs.fuzz;

import io.m17.ledger.Slot;
import io.m17.ledger.SlotStatus;
import io.m17.ledger.slot.SegmentSlotMemory;
import io.m17.ledger.slot.SlotProtocol;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// The slot protocol over 32 bytes of nobody's making: a slot that is served has a word that a writer could have left,
/// and a write against it reads back.
final class SlotTarget {
    private static final int SLOT_LENGTH_BYTES = 32;
    private static final int INCARNATION = 3;

    private SlotTarget() {}

    static Target of() {
        return new Target("slot", Set.of(), List.of(new byte[SLOT_LENGTH_BYTES], filled()), SlotTarget::run);
    }

    private static byte[] filled() {
        long[] words = new long[SLOT_LENGTH_BYTES / Long.BYTES];
        SlotProtocol protocol = new SlotProtocol(new SegmentSlotMemory(MemorySegment.ofArray(words)), INCARNATION);
        protocol.write(
                0,
                0,
                SlotStatus.FILLED,
                SlotStatus.EMPTY,
                io.m17.ledger.Reason.NONE,
                io.m17.ledger.PayloadType.TRADE,
                1,
                1,
                0x1234,
                1_750_000_000L);
        ByteBuffer bytes = ByteBuffer.allocate(SLOT_LENGTH_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        Arrays.stream(words).forEach(bytes::putLong);
        return bytes.array();
    }

    private static void run(byte[] input) {
        ByteBuffer bytes =
                ByteBuffer.wrap(Arrays.copyOf(input, SLOT_LENGTH_BYTES)).order(ByteOrder.LITTLE_ENDIAN);
        long[] words = new long[SLOT_LENGTH_BYTES / Long.BYTES];
        for (int i = 0; i < words.length; i++) {
            words[i] = bytes.getLong();
        }
        SlotProtocol protocol = new SlotProtocol(new SegmentSlotMemory(MemorySegment.ofArray(words)), 0);
        Slot slot = protocol.read(0);
        boolean unusable = slot.status() == SlotStatus.EMPTY && slot.payloadId() == 0;
        if (unusable) {
            return;
        }
        long[] again = new long[words.length];
        SlotProtocol writer = new SlotProtocol(new SegmentSlotMemory(MemorySegment.ofArray(again)), INCARNATION);
        long word = writer.write(
                0,
                0,
                slot.status(),
                SlotStatus.EMPTY,
                slot.reason(),
                slot.payloadType(),
                slot.payloadId(),
                slot.version(),
                slot.checksum(),
                slot.lastUpdatedNs());
        Slot read = writer.read(0);
        Slot expected = new Slot(
                word,
                slot.status(),
                slot.reason(),
                slot.payloadType(),
                slot.payloadId(),
                slot.version(),
                slot.checksum(),
                slot.lastUpdatedNs());
        Target.require(read.equals(expected), "a slot is another when it is written again");
    }
}
