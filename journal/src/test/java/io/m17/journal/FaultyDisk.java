package io.m17.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A disk that can be told to fail, and that copies a directory as it stands before each thing asked of it: the states
/// in which a crash can leave the files.
final class FaultyDisk implements Storage {
    private final Path directory;
    private final Path copies;
    private final List<Path> states = new ArrayList<>();

    private long bytesLeft = Long.MAX_VALUE;
    private boolean failsForces;
    private boolean takesCopies;

    /// @param directory what is copied
    /// @param copies where the copies go, a directory each
    FaultyDisk(Path directory, Path copies) {
        this.directory = directory;
        this.copies = copies;
    }

    void leaveBytes(long bytes) {
        bytesLeft = bytes;
    }

    void failForces() {
        failsForces = true;
    }

    void healForces() {
        failsForces = false;
    }

    void takeCopies() {
        takesCopies = true;
    }

    List<Path> states() {
        return states;
    }

    @Override
    public void preallocate(MappedRegion region, long offset, long lengthBytes) throws IOException {
        copy();
        if (lengthBytes > bytesLeft) {
            throw new DiskFullException(region.file());
        }
        bytesLeft -= lengthBytes;
        region.preallocate(offset, lengthBytes);
    }

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
    public void createDirectories(Path at) throws IOException {
        SYSTEM.createDirectories(at);
    }

    @Override
    public void syncDirectory(Path at) throws IOException {
        SYSTEM.syncDirectory(at);
    }

    @Override
    public void force(MappedRegion region, long offset, long lengthBytes) throws IOException {
        copy();
        if (failsForces) {
            throw new IOException("planted");
        }
        region.force(offset, lengthBytes);
        copy();
    }

    /// Copies the directory now.
    Path copy() throws IOException {
        Path state = copies.resolve("state-" + states.size());
        if (takesCopies) {
            copyFiles(directory, state);
            states.add(state);
        }
        return state;
    }

    static void copyFiles(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }
}
