package io.m17.ledger.slot;

import io.m17.journal.KillPoint;
import io.m17.journal.MappedRegion;
import io.m17.journal.Storage;
import io.m17.ledger.LedgerException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/// The word in a ledger file's header that says that a writer has changed the file and has not stopped cleanly. It
/// is on the disk before the first store of an opening, so that whoever opens the file after a crash scans it.
/// Thread-safe.
final class OpenMark {
    private final Storage storage;
    private final MappedRegion region;
    private final SlotMemory memory;
    private final int incarnation;
    private volatile boolean stored;

    OpenMark(Storage storage, MappedRegion region, SlotMemory memory, int incarnation) {
        this.storage = storage;
        this.region = region;
        this.memory = memory;
        this.incarnation = incarnation;
    }

    /// Whether the last writer did not stop cleanly, or one is at work.
    boolean isSet() {
        return memory.getAcquire(FileHeader.OPEN_MARK) != 0;
    }

    /// Whether the mark is neither absent nor one that a writer has set.
    boolean isAltered() {
        long mark = memory.getAcquire(FileHeader.OPEN_MARK);
        return mark != 0 && mark != FileHeader.openMark((int) mark & 0xFFFF);
    }

    /// The same of a file that is not mapped; one that is too short to say so counts as open.
    static boolean isSet(Path file) {
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer mark = ByteBuffer.allocate(Long.BYTES);
            boolean there = channel.read(mark, FileHeader.OPEN_MARK) == Long.BYTES;
            return !there || mark.getLong(0) != 0;
        } catch (IOException e) {
            throw new LedgerException("the ledger file cannot be read [file=" + file + "]", e);
        }
    }

    /// Whether this opening has set the mark.
    boolean stored() {
        return stored;
    }

    /// Before every store to the file; one load once the mark is set.
    void set() {
        if (!stored) {
            store();
        }
    }

    private synchronized void store() {
        if (stored) {
            return;
        }
        try {
            memory.setRelease(FileHeader.OPEN_MARK, FileHeader.openMark(incarnation));
            KillPoint.MATRIX_MARKED_OPEN.reached();
            storage.force(region, 0, FileHeader.LENGTH_BYTES);
        } catch (IOException e) {
            throw new LedgerException("the ledger file cannot be written [file=" + region.file() + "]", e);
        }
        stored = true;
    }

    /// Takes the mark off a file that is forced and will not be stored to any more.
    void clear() throws IOException {
        memory.setRelease(FileHeader.OPEN_MARK, 0);
        KillPoint.MATRIX_CLOSED.reached();
        storage.force(region, 0, FileHeader.LENGTH_BYTES);
    }
}
