package io.m17.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A disk that can be told to fail, and that copies a directory as it stands before each thing asked of it: the states
/// in which a crash can leave the files.
final class FaultyDisk implements Disk {
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
