package io.m17.journal;

import java.io.IOException;
import java.nio.file.Path;
import net.openhft.chronicle.bytes.MappedBytesStore;
import net.openhft.chronicle.bytes.MappedFile;
import net.openhft.chronicle.core.Jvm;
import net.openhft.chronicle.core.io.ReferenceOwner;
import net.openhft.posix.PosixAPI;

/// One mapping made by Chronicle Bytes: an address until [#unmap]. Nothing else of Chronicle is used.
final class ChronicleMapping {
    static {
        PosixAPI.useNoOpPosixApi(); // mapping does without its system calls, and binding them takes 0.1 s
        Jvm.disablePerfHandler(); // its "Took 1 ms to add mapping" lines
    }

    private final ReferenceOwner owner = ReferenceOwner.temporary("m17");
    private final MappedFile mappedFile;
    private final MappedBytesStore store;

    private ChronicleMapping(Path file, long sizeBytes, boolean readOnly) throws IOException {
        mappedFile = MappedFile.ofSingle(file.toFile(), sizeBytes, readOnly);
        store = mappedFile.acquireByteStore(owner, 0);
    }

    static ChronicleMapping map(Path file, long sizeBytes, boolean readOnly) throws IOException {
        return new ChronicleMapping(file, sizeBytes, readOnly);
    }

    long address() {
        return store.addressForRead(0);
    }

    /// Chronicle's file keeps no reference to its store: ours and the one it was born with are all there are.
    void unmap() {
        store.release(owner);
        store.releaseLast();
        mappedFile.close();
    }
}
