package io.m17.proofs.crash;

import io.m17.proofs.LoopDisk;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// A [LoopDisk] whose power can be cut: nothing of what has not reached its disk will. Confined to one thread.
@SuppressWarnings("restricted")
final class LoopVolume implements AutoCloseable {
    private static final long SIZE_BYTES = 160L << 20;
    private static final long SHUTDOWN = 0x8004587DL;
    private static final int WITHOUT_FLUSH = 2;
    private static final int O_RDWR = 2;
    private static final int WRITE_AND_WAIT = 7;

    private static final Linker LINKER = Linker.nativeLinker();
    private static final MethodHandle OPEN = LINKER.downcallHandle(
            LINKER.defaultLookup().findOrThrow("open"),
            FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_INT),
            Linker.Option.firstVariadicArg(2));
    private static final MethodHandle CLOSE = LINKER.downcallHandle(
            LINKER.defaultLookup().findOrThrow("close"),
            FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
    private static final MethodHandle IOCTL = LINKER.downcallHandle(
            LINKER.defaultLookup().findOrThrow("ioctl"),
            FunctionDescriptor.of(
                    ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG, ValueLayout.ADDRESS),
            Linker.Option.firstVariadicArg(2));
    private static final MethodHandle SYNC_RANGE = LINKER.downcallHandle(
            LINKER.defaultLookup().findOrThrow("sync_file_range"),
            FunctionDescriptor.of(
                    ValueLayout.JAVA_INT,
                    ValueLayout.JAVA_INT,
                    ValueLayout.JAVA_LONG,
                    ValueLayout.JAVA_LONG,
                    ValueLayout.JAVA_INT));

    private final LoopDisk disk;

    private LoopVolume(LoopDisk disk) {
        this.disk = disk;
    }

    /// Makes a file system in a directory and mounts it; an `IOException` says why that cannot be had here.
    static LoopVolume create(Path directory) throws IOException {
        List<String> why = new ArrayList<>();
        return LoopDisk.mount(directory, SIZE_BYTES, why)
                .map(LoopVolume::new)
                .orElseThrow(() -> new IOException(String.join(" ", why)));
    }

    Path mountPoint() {
        return disk.path();
    }

    /// Writes some pages of a file back the way the kernel may at any time; of a file that is gone, or has another
    /// name by now, none.
    void writeBack(Path file, Random random) throws IOException {
        try {
            writeBackSome(file, random);
        } catch (IOException e) {
            if (Files.exists(file)) {
                throw e;
            }
        }
    }

    private static void writeBackSome(Path file, Random random) throws IOException {
        long sizeBytes = Files.size(file);
        if (sizeBytes == 0) {
            return;
        }
        int descriptor = open(file, O_RDWR);
        try {
            long at = random.nextLong(Math.min(sizeBytes, 1 << 20));
            int ignored = (int) SYNC_RANGE.invokeExact(descriptor, at, 1L + random.nextInt(1 << 16), WRITE_AND_WAIT);
        } catch (IOException | RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new AssertionError("sync_file_range threw what it does not declare", e);
        } finally {
            close(descriptor);
        }
    }

    /// Cuts the power.
    void cut() throws IOException {
        int descriptor = open(disk.path(), 0);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment how = arena.allocateFrom(ValueLayout.JAVA_INT, WITHOUT_FLUSH);
            if ((int) IOCTL.invokeExact(descriptor, SHUTDOWN, how) != 0) {
                throw new IOException("the file system cannot be shut down [mount=" + disk.path() + "]");
            }
        } catch (IOException | RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new AssertionError("ioctl threw what it does not declare", e);
        } finally {
            close(descriptor);
        }
    }

    /// Brings the volume up again after a cut; nobody may have a file of it open or mapped.
    void restart() {
        disk.remount();
    }

    /// Leaves the volume's image where it is, for whoever looks at it.
    void keep() {
        disk.keep();
    }

    private static int open(Path file, int flags) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            int descriptor = (int) OPEN.invokeExact(arena.allocateFrom(file.toString()), flags);
            if (descriptor < 0) {
                throw new IOException("the file cannot be opened [file=" + file + "]");
            }
            return descriptor;
        } catch (IOException | RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new AssertionError("open threw what it does not declare", e);
        }
    }

    private static void close(int descriptor) {
        try {
            int ignored = (int) CLOSE.invokeExact(descriptor);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new AssertionError("close threw what it does not declare", e);
        }
    }

    @Override
    public void close() throws IOException {
        disk.close();
    }
}
