package io.m17.proofs.races;

import io.m17.journal.LogMemory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.concurrent.atomic.AtomicIntegerArray;

/// Log memory over an array of words of four bytes, of which a model checker sees every access: each bulk copy is a
/// store or load a word, and a long is two. The header's 4096 bytes are not there. Lengths are multiples of four.
/// Thread-safe.
final class ArrayLogMemory implements LogMemory {
    private static final int HEADER_BYTES = 4096;
    private static final long LOW_HALF = 0xFFFF_FFFFL;

    private final AtomicIntegerArray words;

    /// @param lengthBytes behind the header
    ArrayLogMemory(int lengthBytes) {
        this.words = new AtomicIntegerArray(lengthBytes / Integer.BYTES);
    }

    @Override
    public long sizeBytes() {
        return HEADER_BYTES + (long) words.length() * Integer.BYTES;
    }

    @Override
    public int getIntAcquire(long offset) {
        return words.getAcquire(index(offset));
    }

    @Override
    public void setIntRelease(long offset, int value) {
        words.setRelease(index(offset), value);
    }

    @Override
    public int getInt(long offset) {
        return words.getPlain(index(offset));
    }

    @Override
    public void setInt(long offset, int value) {
        words.setPlain(index(offset), value);
    }

    @Override
    public long getLong(long offset) {
        return (getInt(offset) & LOW_HALF) | ((long) getInt(offset + Integer.BYTES) << Integer.SIZE);
    }

    @Override
    public void setLong(long offset, long value) {
        setInt(offset, (int) value);
        setInt(offset + Integer.BYTES, (int) (value >>> Integer.SIZE));
    }

    @Override
    public void copyIn(byte[] source, int sourceIndex, long offset, int lengthBytes) {
        ByteBuffer bytes = ByteBuffer.wrap(source).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < lengthBytes; i += Integer.BYTES) {
            setInt(offset + i, bytes.getInt(sourceIndex + i));
        }
    }

    @Override
    public void copyOut(long offset, byte[] destination, int destinationIndex, int lengthBytes) {
        ByteBuffer bytes = ByteBuffer.wrap(destination).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < lengthBytes; i += Integer.BYTES) {
            bytes.putInt(destinationIndex + i, getInt(offset + i));
        }
    }

    @Override
    public void zero(long offset, int lengthBytes) {
        for (int i = 0; i < lengthBytes; i += Integer.BYTES) {
            setInt(offset + i, 0);
        }
    }

    @Override
    public long firstNonZero(long from, long to) {
        for (long at = from; at < to; at += Integer.BYTES) {
            if (getInt(at) != 0) {
                return at;
            }
        }
        return -1;
    }

    private static int index(long offset) {
        return Math.toIntExact((offset - HEADER_BYTES) / Integer.BYTES);
    }
}
