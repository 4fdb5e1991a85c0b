package io.m17.journal;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.nio.file.Path;

/// The few system calls on files that Java does not offer, through the foreign-function interface. Linux only.
/// Thread-safe: holds no state. Never on a hot path.
@SuppressWarnings("restricted")
final class Posix {
    static final int PAGE_BYTES = 4096;

    private static final int O_RDONLY = 0;
    private static final int O_RDWR = 2;
    private static final int O_CLOEXEC = 0x80000;
    private static final int SEEK_DATA = 3;
    private static final int SEEK_HOLE = 4;
    private static final int MS_SYNC = 4;
    private static final int SIGKILL = 9;
    private static final int EINTR = 4;
    private static final int EIO = 5;
    private static final int ENXIO = 6;
    private static final int ENOSPC = 28;
    private static final int EDQUOT = 122;

    private static final Linker LINKER = Linker.nativeLinker();
    private static final Linker.Option ERRNO = Linker.Option.captureCallState("errno");
    private static final StructLayout CALL_STATE = Linker.Option.captureStateLayout();
    private static final VarHandle ERRNO_VALUE = CALL_STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));

    private static final MethodHandle OPEN = LINKER.downcallHandle(
            LINKER.defaultLookup().findOrThrow("open"),
            FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_INT),
            ERRNO,
            Linker.Option.firstVariadicArg(2));
    private static final MethodHandle CLOSE = LINKER.downcallHandle(
            LINKER.defaultLookup().findOrThrow("close"),
            FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT),
            ERRNO);
    private static final MethodHandle FALLOCATE = LINKER.downcallHandle(
            LINKER.defaultLookup().findOrThrow("posix_fallocate"),
            FunctionDescriptor.of(
                    ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG));
    private static final MethodHandle LSEEK = LINKER.downcallHandle(
            LINKER.defaultLookup().findOrThrow("lseek"),
            FunctionDescriptor.of(
                    ValueLayout.JAVA_LONG, ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG, ValueLayout.JAVA_INT),
            ERRNO);
    private static final MethodHandle MSYNC = LINKER.downcallHandle(
            LINKER.defaultLookup().findOrThrow("msync"),
            FunctionDescriptor.of(
                    ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_LONG, ValueLayout.JAVA_INT),
            ERRNO);

    private static final MethodHandle KILL = LINKER.downcallHandle(
            LINKER.defaultLookup().findOrThrow("kill"),
            FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));

    private Posix() {}

    /// Ends this process at once, without a hook, a handler or a flush.
    static void killSelf() {
        int pid = Math.toIntExact(ProcessHandle.current().pid());
        try {
            int error = (int) KILL.invokeExact(pid, SIGKILL);
            throw new AssertionError("the process outlived its kill [error=" + error + "]");
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new AssertionError("kill threw what it does not declare", e);
        }
    }

    /// A descriptor of an existing file, to be given to [#close].
    static int open(Path file, boolean writable) throws IOException {
        int flags = (writable ? O_RDWR : O_RDONLY) | O_CLOEXEC;
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(CALL_STATE);
            int descriptor = (int) OPEN.invokeExact(state, arena.allocateFrom(file.toString()), flags);
            if (descriptor < 0) {
                throw failure("open", file, errno(state));
            }
            return descriptor;
        } catch (IOException | RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new AssertionError("open threw what it does not declare", e);
        }
    }

    static void close(int descriptor, Path file) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(CALL_STATE);
            if ((int) CLOSE.invokeExact(state, descriptor) != 0) {
                throw failure("close", file, errno(state));
            }
        } catch (IOException | RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new AssertionError("close threw what it does not declare", e);
        }
    }

    /// Gives the range blocks on the disk. What has blocks keeps them and its content.
    static void preallocate(int descriptor, Path file, long offset, long lengthBytes) throws IOException {
        try {
            int error;
            do { // ends: a signal interrupts a call rarely, and each call keeps the blocks that it got
                error = (int) FALLOCATE.invokeExact(descriptor, offset, lengthBytes);
            } while (error == EINTR);
            if (error != 0) {
                throw failure("preallocate", file, error);
            }
        } catch (IOException | RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new AssertionError("posix_fallocate threw what it does not declare", e);
        }
    }

    /// The first offset at or after the given one that holds data, or -1 when there is none.
    static long nextData(int descriptor, Path file, long offset) throws IOException {
        return seek(descriptor, file, offset, SEEK_DATA);
    }

    /// The first offset at or after the given one that is a hole (the end of the file counts), or -1 past the end.
    static long nextHole(int descriptor, Path file, long offset) throws IOException {
        return seek(descriptor, file, offset, SEEK_HOLE);
    }

    /// Writes the range of a mapping to the disk and waits for it.
    static void sync(MemorySegment pages, Path file) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(CALL_STATE);
            if ((int) MSYNC.invokeExact(state, pages, pages.byteSize(), MS_SYNC) != 0) {
                throw failed("force", file, errno(state)); // of a full disk too: after it nothing counts as stored
            }
        } catch (IOException | RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new AssertionError("msync threw what it does not declare", e);
        }
    }

    private static long seek(int descriptor, Path file, long offset, int whence) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(CALL_STATE);
            long found = (long) LSEEK.invokeExact(state, descriptor, offset, whence);
            if (found >= 0) {
                return found;
            }
            if (errno(state) == ENXIO) {
                return -1;
            }
            throw failure("seek in", file, errno(state));
        } catch (IOException | RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new AssertionError("lseek threw what it does not declare", e);
        }
    }

    private static int errno(MemorySegment state) {
        return (int) ERRNO_VALUE.get(state, 0L);
    }

    private static IOException failure(String call, Path file, int errno) {
        if (errno == ENOSPC || errno == EDQUOT) {
            return new DiskFullException(file);
        }
        return failed(call, file, errno);
    }

    private static IOException failed(String call, Path file, int errno) {
        String reason = errno == EIO ? "the disk reported an error" : "the system refused";
        return new IOException("Could not %s the file: %s [file=%s, errno=%d], check the disk and the kernel log"
                .formatted(call, reason, file, errno));
    }
}
