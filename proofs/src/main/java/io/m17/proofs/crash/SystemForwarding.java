package io.m17.proofs.crash;

import io.m17.journal.MappedRegion;
import io.m17.journal.Storage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;

/// The file system as it is, for storages that differ from it in a few calls.
abstract class SystemForwarding implements Storage {
    @Override
    public byte[] head(Path file, int lengthBytes) throws IOException {
        return SYSTEM.head(file, lengthBytes);
    }

    @Override
    public void grow(Path file, long sizeBytes) throws IOException {
        SYSTEM.grow(file, sizeBytes);
    }

    @Override
    public MappedRegion map(Path file, long sizeBytes) throws IOException {
        return SYSTEM.map(file, sizeBytes);
    }

    @Override
    public void preallocate(MappedRegion region, long offset, long lengthBytes) throws IOException {
        SYSTEM.preallocate(region, offset, lengthBytes);
    }

    @Override
    public void force(MappedRegion region, long offset, long lengthBytes) throws IOException {
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
