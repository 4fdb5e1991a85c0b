package io.m17.proofs.faults;

import io.m17.journal.DiskFullException;
import io.m17.journal.MappedRegion;
import io.m17.journal.Storage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A file system whose n-th call fails. Counts its calls from 1. Thread-safe.
final class FaultyStorage implements Storage {
    private final long failingCall;
    private final Fault fault;
    private final List<String> calls = new ArrayList<>();
    private boolean met;
    private boolean forceFailed;

    /// @param failingCall the number of the call that fails; 0 for none
    FaultyStorage(long failingCall, Fault fault) {
        this.failingCall = failingCall;
        this.fault = fault;
    }

    /// What was asked so far, in order.
    synchronized List<String> calls() {
        return List.copyOf(calls);
    }

    /// Whether the fault was met.
    synchronized boolean met() {
        return met;
    }

    /// Whether a force or the sync of a directory failed, after which nothing may be acknowledged.
    synchronized boolean forceFailed() {
        return forceFailed;
    }

    private interface Action {
        void run() throws IOException;
    }

    /// Counts a call, and says whether it is one that fails.
    private synchronized boolean fails(String name, Path file) {
        calls.add(name + " " + file.getFileName());
        long number = calls.size();
        boolean fails = failingCall != 0 && (fault == Fault.DEAD ? number >= failingCall : number == failingCall);
        boolean possible = !fault.ofWrites() || name.equals("write");
        met |= fails && possible;
        forceFailed |= fails && possible && (name.equals("force") || name.equals("syncDirectory"));
        return fails && possible;
    }

    private void call(String name, Path file, Action action) throws IOException {
        if (!fails(name, file)) {
            action.run();
            return;
        }
        if (fault == Fault.LIE) {
            return;
        }
        if (fault == Fault.EIO_AFTERWARDS) {
            action.run();
        }
        throw failure(name, file);
    }

    private IOException failure(String name, Path file) {
        if (fault != Fault.ENOSPC && fault != Fault.TORN_WRITE) {
            return new IOException("Input/output error (planted) [call=" + name + "]");
        }
        return name.equals("preallocate")
                ? new DiskFullException(file)
                : new IOException("No space left on device (planted) [call=" + name + "]");
    }

    @Override
    public byte[] head(Path file, int lengthBytes) throws IOException {
        if (fails("head", file)) {
            throw failure("head", file);
        }
        return SYSTEM.head(file, lengthBytes);
    }

    @Override
    public void grow(Path file, long sizeBytes) throws IOException {
        call("grow", file, () -> SYSTEM.grow(file, sizeBytes));
    }

    @Override
    public MappedRegion map(Path file, long sizeBytes) throws IOException {
        if (fails("map", file)) {
            throw failure("map", file);
        }
        return SYSTEM.map(file, sizeBytes);
    }

    @Override
    public void preallocate(MappedRegion region, long offset, long lengthBytes) throws IOException {
        call("preallocate", region.file(), () -> SYSTEM.preallocate(region, offset, lengthBytes));
    }

    @Override
    public void force(MappedRegion region, long offset, long lengthBytes) throws IOException {
        call("force", region.file(), () -> SYSTEM.force(region, offset, lengthBytes));
    }

    @Override
    public FileChannel open(Path file, OpenOption... options) throws IOException {
        if (fails("open", file)) {
            throw failure("open", file);
        }
        return SYSTEM.open(file, options);
    }

    @Override
    public int write(FileChannel channel, ByteBuffer bytes, long position) throws IOException {
        Path file = Path.of("channel");
        if (!fails("write", file)) {
            return SYSTEM.write(channel, bytes, position);
        }
        if (!fault.ofWrites()) {
            throw failure("write", file);
        }
        int half = Math.max(1, bytes.remaining() / 2);
        ByteBuffer part = bytes.slice(bytes.position(), half);
        while (part.hasRemaining()) {
            SYSTEM.write(channel, part, position + part.position());
        }
        bytes.position(bytes.position() + half);
        if (fault == Fault.TORN_WRITE) {
            throw failure("write", file);
        }
        return half;
    }

    @Override
    public void sync(FileChannel channel) throws IOException {
        call("sync", Path.of("channel"), () -> SYSTEM.sync(channel));
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        call("move", from, () -> SYSTEM.move(from, to));
    }

    @Override
    public void delete(Path file) throws IOException {
        call("delete", file, () -> SYSTEM.delete(file));
    }

    @Override
    public void createDirectories(Path directory) throws IOException {
        call("createDirectories", directory, () -> SYSTEM.createDirectories(directory));
    }

    @Override
    public void syncDirectory(Path directory) throws IOException {
        call("syncDirectory", directory, () -> SYSTEM.syncDirectory(directory));
    }
}
