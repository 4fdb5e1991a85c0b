package io.m17.ledger.slot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.m17.ledger.PayloadType;
import io.m17.ledger.Reason;
import io.m17.ledger.Slot;
import io.m17.ledger.SlotStatus;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class SlotLayoutTest {
    /// Made by another program: trade payload 0x01020304, version 5, sequence 2 of incarnation 3.
    private static final String GOLDEN =
            "0202000300020000" + "0403020105000000" + "bebafecadb1c3981" + "00709a727e68de17";

    private static final long NOW_NS = 1_719_927_000_000_000_000L;
    private static final long[] WORDS = words();

    @Test
    void hasItsFieldsWhereTheFormatSays() {
        assertEquals(0, SlotLayout.WORD);
        assertEquals(8, SlotLayout.PAYLOAD);
        assertEquals(16, SlotLayout.CHECK);
        assertEquals(24, SlotLayout.LAST_UPDATED_NS);
        assertEquals(32, SlotLayout.LENGTH_BYTES);
    }

    @Test
    void readsTheGoldenSlot() {
        SlotMemory memory = new ArraySlotMemory(SlotLayout.LENGTH_BYTES);
        for (int i = 0; i < WORDS.length; i++) {
            memory.set(i * 8L, WORDS[i]);
        }
        Slot expected = new Slot(
                WORDS[0], SlotStatus.FILLED, Reason.NONE, PayloadType.TRADE, 0x01020304, 5, 0xCAFEBABE, NOW_NS);
        assertEquals(expected, new SlotProtocol(memory, 3).read(0));
    }

    @Test
    void writesTheGoldenSlotByteForByte() {
        byte[] bytes = new byte[SlotLayout.LENGTH_BYTES];
        long[] backing = new long[SlotLayout.LENGTH_BYTES / Long.BYTES];
        MemorySegment segment = MemorySegment.ofArray(backing);
        new SlotProtocol(new SegmentSlotMemory(segment), 3)
                .write(
                        0,
                        0,
                        SlotStatus.FILLED,
                        SlotStatus.EMPTY,
                        Reason.NONE,
                        PayloadType.TRADE,
                        0x01020304,
                        5,
                        0xCAFEBABE,
                        NOW_NS);
        MemorySegment.ofArray(bytes).copyFrom(segment);
        assertEquals(GOLDEN, HexFormat.of().formatHex(bytes));
    }

    private static long[] words() {
        long[] words = new long[4];
        ByteBuffer.wrap(HexFormat.of().parseHex(GOLDEN))
                .order(ByteOrder.LITTLE_ENDIAN)
                .asLongBuffer()
                .get(words);
        return words;
    }
}
