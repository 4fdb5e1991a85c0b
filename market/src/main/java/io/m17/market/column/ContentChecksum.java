package io.m17.market.column;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.zip.CRC32C;

/// CRC-32C over the canonical form of rows: column after column in schema order, each value little-endian in its width
/// (8 bytes for 64-bit integers, decimals, timestamps and doubles, 4 for the others); a text counts as the CRC-32C of
/// its UTF-8 bytes. It does not depend on dictionaries, files or encodings, so rows that were written and read back
/// have the checksum that they had. Keeps a scratch buffer: one instance a thread.
public final class ContentChecksum {
    /// The checksum of no rows.
    public static final int EMPTY = 0;

    /// Values that are put into bytes at a time.
    private static final int CHUNK = 1024;

    private final CRC32C crc = new CRC32C();
    private final CRC32C idCrc = new CRC32C();
    private final byte[] bytes = new byte[CHUNK * Long.BYTES];
    private final LongBuffer longs = littleEndian().asLongBuffer();
    private final DoubleBuffer doubles = littleEndian().asDoubleBuffer();
    private final IntBuffer ints = littleEndian().asIntBuffer();
    private final int[] digests = new int[CHUNK];

    private ByteBuffer littleEndian() {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /// The checksum of rows `[from, to)`.
    public int of(ColumnBatch rows, int from, int to) {
        if (from == to) {
            return EMPTY;
        }
        crc.reset();
        int columns = rows.schema().columns().size();
        for (int column = 0; column < columns; column++) {
            Vector vector = rows.vector(column);
            for (int row = from; row < to; row += CHUNK) {
                crc.update(bytes, 0, put(vector, row, Math.min(CHUNK, to - row)));
            }
        }
        return (int) crc.getValue();
    }

    /// Puts values into the bytes and gives how many bytes they are.
    private int put(Vector vector, int from, int count) {
        switch (vector) {
            case LongVector values -> {
                longs.put(0, values.array(), from, count);
                return count * Long.BYTES;
            }
            case DoubleVector values -> {
                doubles.put(0, values.array(), from, count);
                return count * Double.BYTES;
            }
            case IntVector values -> ints.put(0, values.array(), from, count);
            case TextVector texts -> {
                texts.dictionary().checksums(texts.codes(), from, count, digests);
                ints.put(0, digests, 0, count);
            }
            case BytesVector ids -> {
                for (int i = 0; i < count; i++) {
                    idCrc.reset();
                    idCrc.update(ids.bytes(), ids.start(from + i), ids.length(from + i));
                    digests[i] = (int) idCrc.getValue();
                }
                ints.put(0, digests, 0, count);
            }
        }
        return count * Integer.BYTES;
    }
}
