package io.m17.ledger;

import io.m17.journal.MappedRegion;
import io.m17.journal.Storage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;

/// A storage of which one kind of call on one file fails, once or from then on.
final class OneFaultStorage implements Storage {
    private String failing = "";
    private int callsBefore;
    private boolean lasting;

    /// Lets a call fail, named as `force trade-ledger.dat`.
    ///
    /// @param calls how many of them go well first
    void fail(String call, int calls) {
        failing = call;
        callsBefore = calls;
    }

    /// Lets a call fail from the given one on, until [#heal()].
    void failOn(String call, int calls) {
        fail(call, calls);
        lasting = true;
    }

    void heal() {
        failing = "";
        lasting = false;
    }

    private void meet(String call, Path file) throws IOException {
        if (failing.equals(call + " " + file.getFileName()) && callsBefore-- <= 0) {
            failing = lasting ? failing : "";
            throw new IOException("planted");
        }
    }

    @Override
    public byte[] head(Path file, int lengthBytes) throws IOException {
        return SYSTEM.head(file, lengthBytes);
    }

    @Override
    public void grow(Path file, long sizeBytes) throws IOException {
        meet("grow", file);
        SYSTEM.grow(file, sizeBytes);
    }

    @Override
    public MappedRegion map(Path file, long sizeBytes) throws IOException {
        return SYSTEM.map(file, sizeBytes);
    }

    @Override
    public void preallocate(MappedRegion region, long offset, long lengthBytes) throws IOException {
        meet("preallocate", region.file());
        SYSTEM.preallocate(region, offset, lengthBytes);
    }

    @Override
    public void force(MappedRegion region, long offset, long lengthBytes) throws IOException {
        meet("force", region.file());
        SYSTEM.force(region, offset, lengthBytes);
    }

    @Override
    public FileChannel open(Path file, OpenOption... options) throws IOException {
        return SYSTEM.open(file, options);
    }

    @Override
    public int write(FileChannel channel, ByteBuffer bytes, long position) throws IOException {
        return SYSTEM.write(channel, bytes, position);
    }

    @Override
    public void sync(FileChannel channel) throws IOException {
        SYSTEM.sync(channel);
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        meet("move", from);
        SYSTEM.move(from, to);
    }

    @Override
    public void delete(Path file) throws IOException {
        SYSTEM.delete(file);
    }

    @Override
    public void createDirectories(Path directory) throws IOException {
        SYSTEM.createDirectories(directory);
    }

    @Override
    public void syncDirectory(Path directory) throws IOException {
        SYSTEM.syncDirectory(directory);
    }
}
