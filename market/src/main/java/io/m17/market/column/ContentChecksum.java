package io.m17.market.column;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/// CRC-32C over the canonical form of rows: column after column in schema order, each value little-endian in its width
/// (8 bytes for 64-bit integers, decimals, timestamps and doubles, 4 for the others); a text counts as the CRC-32C of
/// its UTF-8 bytes. It does not depend on dictionaries, files or encodings, so rows that were written and read back
/// have the checksum that they had. Keeps a scratch buffer: one instance a thread.
public final class ContentChecksum {
    /// The checksum of no rows.
    public static final int EMPTY = 0;

    private final CRC32C crc = new CRC32C();
    private ByteBuffer scratch = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);

    /// The checksum of rows `[from, to)`.
    public int of(ColumnBatch rows, int from, int to) {
        if (from == to) {
            return EMPTY;
        }
        crc.reset();
        scratch.clear();
        int columns = rows.schema().columns().size();
        for (int column = 0; column < columns; column++) {
            put(rows.vector(column), from, to);
        }
        crc.update(scratch.flip());
        return (int) crc.getValue();
    }

    private void put(Vector vector, int from, int to) {
        int count = to - from;
        switch (vector) {
            case LongVector longs -> {
                reserve(count * 8L);
                scratch.asLongBuffer().put(longs.array(), from, count);
                scratch.position(scratch.position() + count * 8);
            }
            case DoubleVector doubles -> {
                reserve(count * 8L);
                scratch.asDoubleBuffer().put(doubles.array(), from, count);
                scratch.position(scratch.position() + count * 8);
            }
            case IntVector ints -> {
                reserve(count * 4L);
                scratch.asIntBuffer().put(ints.array(), from, count);
                scratch.position(scratch.position() + count * 4);
            }
            case TextVector texts -> {
                reserve(count * 4L);
                for (int row = from; row < to; row++) {
                    scratch.putInt(texts.dictionary().checksum(texts.code(row)));
                }
            }
            case BytesVector ids -> {
                reserve(count * 4L);
                CRC32C each = new CRC32C();
                for (int row = from; row < to; row++) {
                    each.reset();
                    each.update(ids.bytes(), ids.start(row), ids.length(row));
                    scratch.putInt((int) each.getValue());
                }
            }
        }
    }

    /// Makes room for more bytes; what is in the scratch goes into the checksum when it would overflow.
    private void reserve(long bytes) {
        if (bytes <= scratch.remaining()) {
            return;
        }
        crc.update(scratch.flip());
        scratch.clear();
        if (bytes > scratch.capacity()) {
            scratch = ByteBuffer.allocate(Math.toIntExact(bytes)).order(ByteOrder.LITTLE_ENDIAN);
        }
    }
}
