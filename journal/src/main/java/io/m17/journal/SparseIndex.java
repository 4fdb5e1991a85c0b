package io.m17.journal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/// Where every 64th record of a segment stands. Single writer: who extends the segment; read by any thread that learned
/// of a record after its entry was added.
final class SparseIndex {
    private static final int INITIAL_ENTRIES = 256;

    private volatile int[] positions = new int[INITIAL_ENTRIES];
    private int entries;

    /// Notes where a record stands, when it is one that the index holds.
    void add(long recordIndex, long position) {
        if (recordIndex % RecordLogLayout.INDEX_INTERVAL != 0) {
            return;
        }
        int[] current = positions;
        if (entries == current.length) {
            current = Arrays.copyOf(current, 2 * entries);
        }
        current[entries++] = Math.toIntExact(position / RecordLogLayout.ALIGNMENT_BYTES);
        positions = current;
    }

    /// The position of the last noted record at or before a record.
    long positionBefore(long recordIndex) {
        int entry = Math.toIntExact(recordIndex / RecordLogLayout.INDEX_INTERVAL);
        return (long) positions[entry] * RecordLogLayout.ALIGNMENT_BYTES;
    }

    /// The body of the end frame.
    byte[] encoded() {
        ByteBuffer bytes = ByteBuffer.allocate(entries * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asIntBuffer().put(positions, 0, entries);
        return bytes.array();
    }

    static SparseIndex decoded(byte[] body) {
        SparseIndex index = new SparseIndex();
        index.entries = body.length / Integer.BYTES;
        int[] found = new int[Math.max(INITIAL_ENTRIES, index.entries)];
        ByteBuffer.wrap(body).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().get(found, 0, index.entries);
        index.positions = found;
        return index;
    }
}
