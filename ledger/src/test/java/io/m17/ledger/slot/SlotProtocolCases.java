package io.m17.ledger.slot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.m17.ledger.PayloadType;
import io.m17.ledger.Reason;
import io.m17.ledger.Slot;
import io.m17.ledger.SlotStatus;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What holds of the protocol over any memory. The slot stands at offset 32, between two that nobody touches.
abstract class SlotProtocolCases {
    static final int SLOT = 32;
    static final int LENGTH_BYTES = 96;
    private static final int OTHER = 9;

    private final SlotMemory memory = memory();
    private final SlotProtocol protocol = new SlotProtocol(memory, 1);

    abstract SlotMemory memory();

    @Test
    void readsUntouchedMemoryAsAnEmptySlot() {
        assertEquals(new Slot(0, SlotStatus.EMPTY, Reason.NONE, PayloadType.NONE, 0, 0, 0, 0), protocol.read(SLOT));
        assertTrue(protocol.intact(SLOT));
    }

    @Test
    void goesFromEveryStatusToEveryOther() {
        for (SlotStatus from : SlotStatus.values()) {
            for (SlotStatus to : SlotStatus.values()) {
                put(protocol, from, 7);
                Slot before = protocol.read(SLOT);
                assertEquals(from, before.status());
                long word = write(protocol, before.word(), to, 8);
                assertEquals(
                        new Slot(word, to, Reason.INPUT_MISSING, PayloadType.QUOTE, 8, 9, 10, 11), protocol.read(SLOT));
                assertTrue(protocol.intact(SLOT));
            }
        }
    }

    @Test
    void leavesItsNeighboursAlone() {
        put(protocol, SlotStatus.FILLED, -1);
        for (int offset = 0; offset < LENGTH_BYTES; offset += 8) {
            assertTrue(offset / 32 == 1 || memory.get(offset) == 0);
        }
    }

    @Test
    void refusesAWriteAgainstAStateThatIsGone() {
        long first = put(protocol, SlotStatus.FILLED, 7);
        long second = put(protocol, SlotStatus.FILLED, 7);
        Slot now = protocol.read(SLOT);
        assertNotEquals(first, second);
        assertEquals(SlotProtocol.LOST, write(protocol, first, SlotStatus.CLEARED, 8));
        assertEquals(SlotProtocol.LOST, write(protocol, 0, SlotStatus.CLEARED, 8));
        assertEquals(now, protocol.read(SLOT));
    }

    @Test
    void neverComesBackToAnEarlierWord() {
        Set<Long> words = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            assertTrue(words.add(put(protocol, SlotStatus.FILLED, 7)));
            assertTrue(words.add(put(protocol, SlotStatus.CLEARED, 0)));
        }
    }

    @Test
    void readsAWriteThatAnotherIncarnationNeverFinishedAsTorn() {
        put(protocol, SlotStatus.FILLED, 7);
        long writing = SlotWord.writing(memory.get(SLOT), OTHER);
        memory.set(SLOT, writing);
        assertEquals(
                new Slot(writing, SlotStatus.EMPTY, Reason.TORN_WRITE, PayloadType.NONE, 0, 0, 0, 0),
                protocol.read(SLOT));
        assertFalse(protocol.intact(SLOT));
    }

    @Test
    void refusesAWriteAgainstAWordThatIsBeingWritten() {
        put(protocol, SlotStatus.FILLED, 7);
        long writing = SlotWord.writing(memory.get(SLOT), OTHER);
        memory.set(SLOT, writing);
        assertEquals(SlotProtocol.LOST, write(protocol, writing, SlotStatus.FILLED, 8));
        assertEquals(writing, memory.get(SLOT));
    }

    @Test
    void givesUpOnAWriteThatItsOwnProcessNeverFinishes() {
        put(protocol, SlotStatus.FILLED, 7);
        memory.set(SLOT, SlotWord.writing(memory.get(SLOT), 1));
        assertEquals(Reason.TORN_WRITE, protocol.read(SLOT).reason());
    }

    @Test
    void readsASlotOfNothingButOnesAsOneThatIsTorn() {
        for (int offset = SLOT; offset < SLOT + 32; offset += 8) {
            memory.set(offset, -1);
        }
        Slot torn = protocol.read(SLOT);
        assertEquals(SlotStatus.EMPTY, torn.status());
        assertEquals(Reason.TORN_WRITE, torn.reason());
        assertEquals(0, torn.payloadId());
    }

    @Test
    void letsNoWriteWinAgainstASlotThatItGaveUpOn() {
        put(protocol, SlotStatus.FILLED, 7);
        Slot stands = protocol.read(SLOT);
        SlotProtocol hasty = new SlotProtocol(new StalledWrite(memory, OTHER), 1);
        Slot torn = hasty.read(SLOT);
        assertEquals(Reason.TORN_WRITE, torn.reason());
        assertEquals(SlotProtocol.LOST, write(protocol, torn.word(), SlotStatus.FILLED, 1));
        assertEquals(stands, protocol.read(SLOT));
    }

    @Test
    void overwritesATornSlotWithALaterSequence() {
        long before = put(protocol, SlotStatus.FILLED, 7);
        memory.set(SLOT, SlotWord.writing(before, OTHER));
        Slot empty = new Slot(0, SlotStatus.EMPTY, Reason.TORN_WRITE, PayloadType.NONE, 0, 0, 0, 5);
        long word = protocol.overwrite(SLOT, empty);
        assertEquals(before >>> 40, (word >>> 40) - 2);
        assertEquals(
                new Slot(word, SlotStatus.EMPTY, Reason.TORN_WRITE, PayloadType.NONE, 0, 0, 0, 5), protocol.read(SLOT));
        assertTrue(protocol.intact(SLOT));
    }

    @Test
    void takesAClaimOfAnotherIncarnationAsVoid() {
        for (SlotStatus prior : new SlotStatus[] {SlotStatus.EMPTY, SlotStatus.FILLED, SlotStatus.CLEARED}) {
            claim(new SlotProtocol(memory, OTHER), prior);
            assertEquals(
                    SlotStatus.PENDING,
                    new SlotProtocol(memory, OTHER).read(SLOT).status());
            for (int reader : new int[] {0, 1, OTHER - 1, OTHER + 1}) {
                Slot slot = new SlotProtocol(memory, reader).read(SLOT);
                assertEquals(prior, slot.status());
                assertEquals(7, slot.payloadId());
            }
        }
    }

    @Test
    void claimsAgainWhatAnotherIncarnationClaimed() {
        claim(new SlotProtocol(memory, OTHER), SlotStatus.FILLED);
        Slot before = protocol.read(SLOT);
        assertNotEquals(SlotProtocol.LOST, write(protocol, before.word(), SlotStatus.FILLED, 8));
        assertEquals(8, protocol.read(SLOT).payloadId());
    }

    @Test
    void refusesAnIncarnationThatIsNoU16() {
        for (int incarnation : new int[] {-1, 65_536}) {
            assertThrows(IllegalArgumentException.class, () -> new SlotProtocol(memory, incarnation));
        }
    }

    @Test
    void neverShowsAFilledSlotWithAFlippedBitAsFilled() {
        // The reader is of another process, so that it does not wait for a write that seems to be under way.
        SlotProtocol reader = new SlotProtocol(memory, OTHER);
        put(protocol, SlotStatus.FILLED, 0x5A5A5A5A);
        for (int bit = 0; bit < 256; bit++) {
            long offset = SLOT + bit / 64 * 8L;
            long word = memory.get(offset);
            memory.set(offset, word ^ (1L << (bit % 64)));
            Slot slot = reader.read(SLOT);
            assertEquals(SlotStatus.EMPTY, slot.status(), "bit " + bit);
            assertEquals(0, slot.payloadId(), "bit " + bit);
            assertTrue(slot.reason() == Reason.DAMAGED || slot.reason() == Reason.TORN_WRITE, "bit " + bit);
            assertFalse(reader.intact(SLOT), "bit " + bit);
            memory.set(offset, word);
        }
        assertEquals(SlotStatus.FILLED, reader.read(SLOT).status());
    }

    @Test
    void seesEveryFlippedBitOfAnUntouchedSlot() {
        SlotProtocol reader = new SlotProtocol(memory, OTHER);
        for (int bit = 0; bit < 256; bit++) {
            long offset = SLOT + bit / 64 * 8L;
            memory.set(offset, 1L << (bit % 64));
            assertFalse(reader.intact(SLOT), "bit " + bit);
            assertNotEquals(Reason.NONE, reader.read(SLOT).reason(), "bit " + bit);
            memory.set(offset, 0);
        }
    }

    @Test
    void wrapsItsSequenceAfterEightMillionWrites() {
        long first = put(protocol, SlotStatus.FILLED, 1);
        long last = first;
        for (int i = 0; i < 1 << 23; i++) {
            last = write(protocol, last, SlotStatus.FILLED, 1);
            if (last == SlotProtocol.LOST) {
                throw new AssertionError("lost write " + i);
            }
        }
        assertEquals(first >>> 40, last >>> 40);
        assertEquals(SlotStatus.FILLED, protocol.read(SLOT).status());
    }

    private long put(SlotProtocol by, SlotStatus status, int payloadId) {
        return write(by, memory.get(SLOT), status, payloadId);
    }

    private static long write(SlotProtocol by, long expected, SlotStatus status, int payloadId) {
        return by.write(
                SLOT,
                expected,
                status,
                SlotStatus.EMPTY,
                Reason.INPUT_MISSING,
                PayloadType.QUOTE,
                payloadId,
                payloadId + 1,
                payloadId + 2,
                payloadId + 3L);
    }

    private void claim(SlotProtocol by, SlotStatus prior) {
        by.write(SLOT, memory.get(SLOT), SlotStatus.PENDING, prior, Reason.NONE, PayloadType.QUOTE, 7, 8, 9, 10);
    }
}
