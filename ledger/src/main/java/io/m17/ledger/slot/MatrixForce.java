package io.m17.ledger.slot;

import io.m17.journal.MappedRegion;
import io.m17.journal.Storage;
import io.m17.ledger.durability.Watermark;
import java.io.IOException;
import java.lang.invoke.VarHandle;

/// Forces a ledger file, and knows whether it may have stores that no force has covered.
///
/// Writers take no lock: each looks after its store and its atomic add, and a force takes the note away before it
/// writes pages. So a writer that finds the note standing was there before the taking, and the force that follows
/// has its store. Thread-safe; forcing is the ledger's commit's alone.
public final class MatrixForce {
    private final Storage storage;
    private final MappedRegion region;
    private final long lengthBytes;
    private final OpenMark openMark;
    private final DurableMark durableMark;
    private volatile boolean noted = true;
    private volatile boolean always;

    MatrixForce(Storage storage, MappedRegion region, SlotMemory memory, long lengthBytes, OpenMark openMark) {
        this.storage = storage;
        this.region = region;
        this.lengthBytes = lengthBytes;
        this.openMark = openMark;
        this.durableMark = new DurableMark(storage, region, memory);
    }

    /// After a store that an atomic add followed; one load while the note stands.
    void counted() {
        if (!noted) {
            noted = true;
        }
    }

    /// After a store that none followed.
    void stored() {
        VarHandle.fullFence();
        counted();
    }

    /// Cursors count late: from now on every commit forces the file.
    void always() {
        always = true;
    }

    /// Makes every store so far durable.
    void all() throws IOException {
        storage.force(region, 0, lengthBytes);
    }

    /// The same where there may be a store that no force has covered; whether there was.
    public boolean changes() throws IOException {
        if (!openMark.stored()) {
            return false;
        }
        boolean taken = noted;
        noted = false;
        if (taken || always) {
            all();
            return true;
        }
        return false;
    }

    /// Stores the ledger's watermark in the file, and forces it. Everything before it is on the disk already.
    public void mark(Watermark watermark) throws IOException {
        durableMark.store(watermark);
    }
}
