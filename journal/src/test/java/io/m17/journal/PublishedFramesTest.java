package io.m17.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PublishedFramesTest {
    private static final Path NAMELESS = Path.of("nameless");
    private static final int POSITION = LogHeaderLayout.LENGTH_BYTES;
    private static final byte[] BODY = Bodies.of(8, 17);

    private final LogMemory memory = new SegmentLogMemory(MemorySegment.ofArray(new long[1024]));
    private final List<Integer> seen = new ArrayList<>();

    @Test
    void showsARecordBesideItsWriterOnlyWithItsNumber() {
        PublishedFrames[] frames = new PublishedFrames[1];
        LogMemory watched = new WatchedMemory(memory, () -> seen.add(frames[0].bodyBytes(POSITION, 1)));
        frames[0] = new PublishedFrames(new RecordFrames(watched, 8), 1, NAMELESS, true);
        frames[0].append(BODY, 0, BODY.length);
        assertEquals(List.of(RecordFrames.UNPUBLISHED), seen);
        assertEquals(2, frames[0].nextNumber());
        assertEquals(BODY.length, frames[0].bodyBytes(POSITION, 1));
    }

    @Test
    void showsARecordInAnotherProcessAndCountsIt() {
        PublishedFrames reader = new PublishedFrames(new RecordFrames(memory, 8), 1, NAMELESS, false);
        LogMemory watched = new WatchedMemory(memory, () -> {
            seen.add(reader.bodyBytes(POSITION, 1));
            reader.advance();
            seen.add((int) reader.nextNumber());
        });
        PublishedFrames writer = new PublishedFrames(new RecordFrames(watched, 8), 1, NAMELESS, true);
        writer.append(BODY, 0, BODY.length);
        assertEquals(List.of(BODY.length, 2), seen);
    }

    /// Looks right after each publishing store.
    private record WatchedMemory(LogMemory memory, Runnable look) implements LogMemory {
        @Override
        public long sizeBytes() {
            return memory.sizeBytes();
        }

        @Override
        public int getIntAcquire(long offset) {
            return memory.getIntAcquire(offset);
        }

        @Override
        public void setIntRelease(long offset, int value) {
            memory.setIntRelease(offset, value);
            look.run();
        }

        @Override
        public int getInt(long offset) {
            return memory.getInt(offset);
        }

        @Override
        public void setInt(long offset, int value) {
            memory.setInt(offset, value);
        }

        @Override
        public long getLong(long offset) {
            return memory.getLong(offset);
        }

        @Override
        public void setLong(long offset, long value) {
            memory.setLong(offset, value);
        }

        @Override
        public void copyIn(byte[] source, int sourceIndex, long offset, int lengthBytes) {
            memory.copyIn(source, sourceIndex, offset, lengthBytes);
        }

        @Override
        public void copyOut(long offset, byte[] destination, int destinationIndex, int lengthBytes) {
            memory.copyOut(offset, destination, destinationIndex, lengthBytes);
        }

        @Override
        public void zero(long offset, int lengthBytes) {
            memory.zero(offset, lengthBytes);
        }

        @Override
        public long firstNonZero(long from, long to) {
            return memory.firstNonZero(from, to);
        }
    }
}
