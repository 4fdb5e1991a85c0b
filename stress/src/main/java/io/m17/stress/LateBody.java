package io.m17.stress;

import io.m17.journal.LogMemory;
import java.util.Arrays;

/// Stores the body of a record after the word that publishes it. For one thread.
final class LateBody implements LogMemory {
    private final LogMemory sound;
    private byte[] body = {};
    private long bodyOffset;

    LateBody(LogMemory sound) {
        this.sound = sound;
    }

    @Override
    public long sizeBytes() {
        return sound.sizeBytes();
    }

    @Override
    public int getIntAcquire(long offset) {
        return sound.getIntAcquire(offset);
    }

    @Override
    public void setIntRelease(long offset, int value) {
        sound.setIntRelease(offset, value);
        Lateness.pass();
        sound.copyIn(body, 0, bodyOffset, body.length);
    }

    @Override
    public int getInt(long offset) {
        return sound.getInt(offset);
    }

    @Override
    public void setInt(long offset, int value) {
        sound.setInt(offset, value);
    }

    @Override
    public long getLong(long offset) {
        return sound.getLong(offset);
    }

    @Override
    public void setLong(long offset, long value) {
        sound.setLong(offset, value);
    }

    @Override
    public void copyIn(byte[] source, int sourceIndex, long offset, int lengthBytes) {
        body = Arrays.copyOfRange(source, sourceIndex, sourceIndex + lengthBytes);
        bodyOffset = offset;
    }

    @Override
    public void copyOut(long offset, byte[] destination, int destinationIndex, int lengthBytes) {
        sound.copyOut(offset, destination, destinationIndex, lengthBytes);
    }

    @Override
    public void zero(long offset, int lengthBytes) {
        sound.zero(offset, lengthBytes);
    }

    @Override
    public long firstNonZero(long from, long to) {
        return sound.firstNonZero(from, to);
    }
}
