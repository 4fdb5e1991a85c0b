package io.m17.stress;

import io.m17.journal.LogMemory;
import io.m17.journal.MappedRegion;
import io.m17.journal.SegmentLogMemory;
import io.m17.ledger.slot.SegmentSlotMemory;
import io.m17.ledger.slot.SlotMemory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/// Pieces of one mapped file, given out in turn, zeroed. jcstress makes a state for every try and keeps some ten
/// thousand of them at a time, fewer than there are pieces. Thread-safe.
final class MappedPieces {
    static final int PIECE_BYTES = 128;

    private static final int PIECES = 1 << 17;
    private static final int HEADER_BYTES = 4096;
    private static final MappedRegion REGION = map();
    private static final SlotMemory SLOTS = new SegmentSlotMemory(REGION.segment());
    private static final AtomicInteger NEXT = new AtomicInteger();

    private MappedPieces() {}

    /// The whole file as slot memory.
    static SlotMemory slots() {
        return SLOTS;
    }

    /// The offset of the next piece.
    static long next() {
        long offset = HEADER_BYTES + (NEXT.getAndIncrement() & (PIECES - 1)) * (long) PIECE_BYTES;
        REGION.segment().asSlice(offset, PIECE_BYTES).fill((byte) 0);
        return offset;
    }

    /// The next piece as the memory of a log, whose records begin behind a header.
    static LogMemory nextLog() {
        MemorySegment file = REGION.segment().asSlice(next() - HEADER_BYTES, HEADER_BYTES + PIECE_BYTES);
        return new SegmentLogMemory(file);
    }

    /// The file has no name any more once it is mapped, so that nothing is left behind.
    private static MappedRegion map() {
        try {
            Path file = Files.createTempFile("m17-stress", ".dat");
            MappedRegion region = MappedRegion.openReadWrite(file, HEADER_BYTES + PIECES * (long) PIECE_BYTES);
            Files.delete(file);
            return region;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
