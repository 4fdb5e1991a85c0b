package io.m17.journal;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/// A file mapped into memory in one piece, reference-counted.
///
/// The opener holds one reference, given back by [#close]; whoever else works on the memory takes one with [#acquire]
/// and gives it back with [#release]. The last one unmaps. The segment's lifetime is that of the mapping: an access
/// after the unmapping throws `IllegalStateException` and never faults. Files are never truncated.
///
/// Thread-safe; the memory itself has the order of whoever stores to it. An I/O error under a load or a store of the
/// segment is an `InternalError`; bulk checksums of the JDK on such memory end the process, so copy first.
public final class MappedRegion implements AutoCloseable {
    private static final VarHandle INT = ValueLayout.JAVA_INT.varHandle();

    private final Path file;
    private final long sizeBytes;
    private final boolean readOnly;
    private final ChronicleMapping mapping;
    private final int descriptor;
    private final Arena arena;
    private final MemorySegment segment;
    private final AtomicInteger references = new AtomicInteger(1);
    private final AtomicBoolean closed = new AtomicBoolean();

    @SuppressWarnings("restricted")
    private MappedRegion(Path file, long sizeBytes, boolean readOnly, ChronicleMapping mapping, int descriptor) {
        this.file = file;
        this.sizeBytes = sizeBytes;
        this.readOnly = readOnly;
        this.mapping = mapping;
        this.descriptor = descriptor;
        this.arena = Arena.ofShared();
        MemorySegment whole = MemorySegment.ofAddress(mapping.address()).reinterpret(sizeBytes, arena, null);
        this.segment = readOnly ? whole.asReadOnly() : whole;
    }

    /// Maps `[0, sizeBytes)` of the file for reading and writing. A file that is absent or shorter grows to the size,
    /// sparsely; a longer one keeps its length. The size is a positive multiple of 4096.
    public static MappedRegion openReadWrite(Path file, long sizeBytes) throws IOException {
        return openReadWrite(file, sizeBytes, Storage.SYSTEM);
    }

    /// The same on a storage.
    public static MappedRegion openReadWrite(Path file, long sizeBytes, Storage storage) throws IOException {
        requireSize(sizeBytes);
        boolean created = Files.notExists(file);
        storage.grow(file, sizeBytes);
        if (created) {
            storage.syncDirectory(directoryOf(file));
        }
        return storage.map(file, sizeBytes);
    }

    /// The same for a file that nothing was published in yet, whoever made it: its name is on the disk afterwards.
    public static MappedRegion create(Path file, long sizeBytes, Storage storage) throws IOException {
        requireSize(sizeBytes);
        storage.grow(file, sizeBytes);
        storage.syncDirectory(directoryOf(file));
        return storage.map(file, sizeBytes);
    }

    /// Maps the whole of an existing file for reading.
    public static MappedRegion openReadOnly(Path file) throws IOException {
        if (Files.notExists(file)) {
            throw new NoSuchFileException(file.toString());
        }
        long sizeBytes = Files.size(file);
        if (sizeBytes == 0) {
            throw new IOException("An empty file cannot be mapped [file=%s], it was never completed".formatted(file));
        }
        return map(file, sizeBytes, true);
    }

    static MappedRegion map(Path file, long sizeBytes, boolean readOnly) throws IOException {
        int descriptor = Posix.open(file, !readOnly);
        try {
            ChronicleMapping mapping = ChronicleMapping.map(file, sizeBytes, readOnly);
            return new MappedRegion(file, sizeBytes, readOnly, mapping, descriptor);
        } catch (IOException | RuntimeException e) {
            Posix.close(descriptor, file);
            throw e;
        }
    }

    private static void requireSize(long sizeBytes) {
        if (sizeBytes <= 0 || sizeBytes % Posix.PAGE_BYTES != 0) {
            throw new IllegalArgumentException(
                    "A mapped size is a positive multiple of 4096 [sizeBytes=%d]".formatted(sizeBytes));
        }
    }

    private static Path directoryOf(Path file) {
        return Objects.requireNonNull(file.toAbsolutePath().getParent());
    }

    public Path file() {
        return file;
    }

    public long sizeBytes() {
        return sizeBytes;
    }

    public boolean isReadOnly() {
        return readOnly;
    }

    /// The mapped memory; throws `IllegalStateException` when the last reference is gone, then and at any later access.
    public MemorySegment segment() {
        if (references.get() == 0) {
            throw gone();
        }
        return segment;
    }

    /// Takes a reference, or throws `IllegalStateException` when the last one is gone.
    public MappedRegion acquire() {
        for (; ; ) { // ends: a failed exchange means that another thread's succeeded
            int held = references.get();
            if (held == 0) {
                throw gone();
            }
            if (references.compareAndSet(held, held + 1)) {
                return this;
            }
        }
    }

    /// Gives a reference back; the last one unmaps.
    public void release() {
        int left = references.decrementAndGet();
        if (left < 0) {
            throw new IllegalStateException("More releases than references [file=%s]".formatted(file));
        }
        if (left == 0) {
            unmap();
        }
    }

    /// Gives the opener's reference back, once however often it is called.
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            release();
        }
    }

    /// Writes the pages of a range to the disk and returns when they are there.
    public void force(long offset, long lengthBytes) throws IOException {
        Objects.checkFromIndexSize(offset, lengthBytes, sizeBytes);
        long start = offset - offset % Posix.PAGE_BYTES;
        acquire();
        try {
            Posix.sync(segment.asSlice(start, offset + lengthBytes - start), file);
        } finally {
            release();
        }
    }

    /// Gives a range blocks on the disk, so that no store into it can meet a full disk; a range that has them is left
    /// as it is. Throws [DiskFullException] when there are none to give.
    public void preallocate(long offset, long lengthBytes) throws IOException {
        Objects.checkFromIndexSize(offset, lengthBytes, sizeBytes);
        acquire();
        try {
            Posix.preallocate(descriptor, file, offset, lengthBytes);
        } finally {
            release();
        }
    }

    /// Faults the pages of a preallocated range in for writing, so that the first store is as fast as the next. Changes
    /// no byte, whatever other threads store meanwhile.
    public void touch(long offset, long lengthBytes) {
        Objects.checkFromIndexSize(offset, lengthBytes, sizeBytes);
        long end = offset + lengthBytes;
        for (long at = offset - offset % Posix.PAGE_BYTES; at < end; at += Posix.PAGE_BYTES) {
            INT.getAndAdd(segment, at, 0);
        }
    }

    /// The first offset at or after the given one that may hold data, or -1 when only a hole follows.
    public long nextData(long offset) throws IOException {
        acquire();
        try {
            return Posix.nextData(descriptor, file, offset);
        } finally {
            release();
        }
    }

    /// The first offset at or after the given one that holds none; the end of the file counts as a hole.
    public long nextHole(long offset) throws IOException {
        acquire();
        try {
            return Posix.nextHole(descriptor, file, offset);
        } finally {
            release();
        }
    }

    private void unmap() {
        arena.close();
        mapping.unmap();
        try {
            Posix.close(descriptor, file);
        } catch (IOException e) {
            throw new IllegalStateException("Closing a mapped file failed [file=%s]".formatted(file), e);
        }
    }

    private IllegalStateException gone() {
        return new IllegalStateException(
                "The mapping is gone: its last reference was released [file=%s]".formatted(file));
    }
}
