package io.m17.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A storage that stops with the first force that fails: from then on every call is refused, as a disk that did not
/// take what was written says nothing true about it later. Only opening everything anew, on a sound disk, goes on.
///
/// A failed sync of a channel does not count: such a file gets its name after its sync, so nothing stands on it. Nor
/// does any other call: it has changed nothing that others rely on. Thread-safe.
public final class FailStopStorage implements Storage {
    private final Storage storage;
    private volatile @Nullable IOException failure;

    /// Guards another storage.
    public FailStopStorage(Storage storage) {
        this.storage = storage;
    }

    /// Whether a force failed. One volatile load, for those who store to memory without asking the storage.
    public boolean hasFailed() {
        return failure != null;
    }

    /// What the first failed force threw, if one failed.
    public Optional<IOException> failure() {
        return Optional.ofNullable(failure);
    }

    /// Throws what every call throws once a force has failed.
    public void requireSound() throws IOException {
        sound();
    }

    @Override
    public byte[] head(Path file, int lengthBytes) throws IOException {
        return sound().head(file, lengthBytes);
    }

    @Override
    public void grow(Path file, long sizeBytes) throws IOException {
        sound().grow(file, sizeBytes);
    }

    @Override
    public MappedRegion map(Path file, long sizeBytes) throws IOException {
        return sound().map(file, sizeBytes);
    }

    @Override
    public void preallocate(MappedRegion region, long offset, long lengthBytes) throws IOException {
        sound().preallocate(region, offset, lengthBytes);
    }

    @Override
    public void force(MappedRegion region, long offset, long lengthBytes) throws IOException {
        Storage guarded = sound();
        try {
            guarded.force(region, offset, lengthBytes);
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }

    @Override
    public FileChannel open(Path file, OpenOption... options) throws IOException {
        return sound().open(file, options);
    }

    @Override
    public int write(FileChannel channel, ByteBuffer bytes, long position) throws IOException {
        return sound().write(channel, bytes, position);
    }

    @Override
    public void sync(FileChannel channel) throws IOException {
        sound().sync(channel);
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        sound().move(from, to);
    }

    @Override
    public void delete(Path file) throws IOException {
        sound().delete(file);
    }

    @Override
    public void createDirectories(Path directory) throws IOException {
        sound().createDirectories(directory);
    }

    @Override
    public void syncDirectory(Path directory) throws IOException {
        Storage guarded = sound();
        try {
            guarded.syncDirectory(directory);
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }

    private Storage sound() throws IOException {
        IOException first = failure;
        if (first != null) {
            throw new IOException("a force failed before, so nothing more is written: " + first.getMessage(), first);
        }
        return storage;
    }
}
