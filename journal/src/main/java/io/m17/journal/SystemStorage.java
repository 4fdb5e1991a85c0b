package io.m17.journal;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/// The file system as it is. Thread-safe: holds no state.
final class SystemStorage implements Storage {
    @Override
    public byte[] head(Path file, int lengthBytes) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(lengthBytes);
        }
    }

    @Override
    public void grow(Path file, long sizeBytes) throws IOException {
        try (RandomAccessFile access = new RandomAccessFile(file.toFile(), "rw")) {
            if (access.length() < sizeBytes) {
                access.setLength(sizeBytes);
                access.getFD().sync();
            }
        }
    }

    @Override
    public MappedRegion map(Path file, long sizeBytes) throws IOException {
        return MappedRegion.map(file, sizeBytes, false);
    }

    @Override
    public void preallocate(MappedRegion region, long offset, long lengthBytes) throws IOException {
        region.preallocate(offset, lengthBytes);
    }

    @Override
    public void force(MappedRegion region, long offset, long lengthBytes) throws IOException {
        region.force(offset, lengthBytes);
    }

    @Override
    public FileChannel open(Path file, OpenOption... options) throws IOException {
        return FileChannel.open(file, options);
    }

    @Override
    public int write(FileChannel channel, ByteBuffer bytes, long position) throws IOException {
        return channel.write(bytes, position);
    }

    @Override
    public void sync(FileChannel channel) throws IOException {
        channel.force(true);
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void delete(Path file) throws IOException {
        Files.deleteIfExists(file);
    }

    @Override
    public void createDirectories(Path directory) throws IOException {
        if (Files.isDirectory(directory)) {
            return;
        }
        Path parent = Objects.requireNonNullElse(directory.toAbsolutePath().getParent(), directory);
        createDirectories(parent);
        try {
            Files.createDirectory(directory);
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(directory)) {
                throw e;
            }
        }
        syncDirectory(parent);
    }

    @Override
    public void syncDirectory(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
