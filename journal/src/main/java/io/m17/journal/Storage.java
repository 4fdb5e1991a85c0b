package io.m17.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;

/// What m17 asks of a file system while it writes, behind a seam so that a test can let any call of it fail.
///
/// Nothing here is called per record or per slot: those are stores into memory. Every method may throw an
/// `IOException`; after one, what the call was to do may be done, half done or not done. Thread-safe.
public interface Storage {
    /// The file system as it is.
    Storage SYSTEM = new SystemStorage();

    /// The first bytes of a file, fewer when it is shorter.
    byte[] head(Path file, int lengthBytes) throws IOException;

    /// Makes a file at least so long, sparsely, and makes it when it is absent; a longer one keeps its length.
    void grow(Path file, long sizeBytes) throws IOException;

    /// Maps `[0, sizeBytes)` of a file that is as long or longer, for reading and writing.
    MappedRegion map(Path file, long sizeBytes) throws IOException;

    /// Gives a range blocks. Throws [DiskFullException] when there are none to give, and then nothing has changed.
    void preallocate(MappedRegion region, long offset, long lengthBytes) throws IOException;

    /// Writes the pages of a range to the disk. A failure is final for what was stored there: a later call may report
    /// success without having written it.
    void force(MappedRegion region, long offset, long lengthBytes) throws IOException;

    /// Opens a file that is written from its start to its end, or a small one that is overwritten.
    FileChannel open(Path file, OpenOption... options) throws IOException;

    /// Writes some of the buffer's bytes at a position of the file, at least one, and returns how many.
    int write(FileChannel channel, ByteBuffer bytes, long position) throws IOException;

    /// Writes what was written to the channel to the disk.
    void sync(FileChannel channel) throws IOException;

    /// Gives a file another name on the same file system, replacing what has it, in one step.
    void move(Path from, Path to) throws IOException;

    /// Removes a file when it is there.
    void delete(Path file) throws IOException;

    /// Makes a directory and those above it durably, as far as they are absent.
    void createDirectories(Path directory) throws IOException;

    /// Makes names durable that a directory was given or lost.
    void syncDirectory(Path directory) throws IOException;
}
