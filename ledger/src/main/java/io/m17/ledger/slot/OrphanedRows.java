package io.m17.ledger.slot;

import io.m17.journal.MappedRegion;
import io.m17.ledger.LedgerException;
import java.io.IOException;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/// Rows whose symbol no summary lists: the summary was lost, or the listing was cut short at its last store.
///
/// Thread-safe. A file is looked through once, when the first symbol without a summary is asked for, and only where the
/// file system says that there is data: the holes of symbols that were never listed stay holes.
final class OrphanedRows {
    private final MappedRegion region;
    private final SlotMemory memory;
    private final RowLayout layout;
    private final RowHeaders headers;
    private final int symbols;
    private volatile @Nullable BitSet found;

    OrphanedRows(MappedRegion region, SlotMemory memory, RowLayout layout, RowHeaders headers, int symbols) {
        this.region = region;
        this.memory = memory;
        this.layout = layout;
        this.headers = headers;
        this.symbols = symbols;
    }

    /// Whether the symbol had all of its rows and no summary when the file was looked through; so has,
    /// for a moment, one that is being listed.
    boolean contains(int symbolId) {
        BitSet orphans = found;
        return (orphans == null ? find() : orphans).get(symbolId);
    }

    private synchronized BitSet find() {
        BitSet orphans = found;
        if (orphans == null) {
            orphans = search();
            found = orphans;
        }
        return orphans;
    }

    private BitSet search() {
        BitSet orphans = new BitSet(symbols);
        int symbolId = 0;
        while (symbolId < symbols) {
            if (isWithoutSummary(symbolId)) {
                symbolId = nextWithRows(symbolId);
                if (symbolId < symbols && isWithoutSummary(symbolId) && headers.allAreSound(symbolId)) {
                    orphans.set(symbolId);
                }
            }
            symbolId++;
        }
        return orphans;
    }

    /// Whether there is no summary of the symbol and any of its rows, as the file is now.
    boolean has(int symbolId) {
        return isWithoutSummary(symbolId) && nextWithRows(symbolId) == symbolId && headers.anyIsSound(symbolId);
    }

    /// The first symbol from the given one on whose block is no hole; the number of symbols when there is none.
    int nextWithRows(int symbolId) {
        try {
            long data = region.nextData(layout.blockOffset(symbolId));
            return data < 0 ? symbols : Math.min(symbols, layout.symbolAt(data));
        } catch (IOException e) {
            throw new LedgerException("the file cannot be looked through [file=" + region.file() + "]", e);
        }
    }

    private boolean isWithoutSummary(int symbolId) {
        return memory.getAcquire(layout.summary().headOffset(symbolId)) == 0;
    }
}
