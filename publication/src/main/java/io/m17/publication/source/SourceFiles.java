package io.m17.publication.source;

import io.m17.market.flatfile.FlatFileStore;
import io.m17.market.trade.TradeBounds;
import java.util.Optional;

/// Where vendor files are, how a part is cut, and when a print is late.
///
/// @param store empty when there is none
/// @param partRows how many rows make a part full
/// @param rowsInMemory how many rows of one file are staged in memory before they are put away on the disk
/// @param lateAfterNs between the two clocks of a print, nanoseconds
/// @param bounds a trade outside is kept with a flag
public record SourceFiles(
        Optional<FlatFileStore> store, int partRows, int rowsInMemory, long lateAfterNs, TradeBounds bounds) {
    public SourceFiles {
        if (partRows < 1) {
            throw new IllegalArgumentException("a part has rows [part_rows=" + partRows + "]");
        }
        if (rowsInMemory < 1) {
            throw new IllegalArgumentException("memory has room for a row [rows_in_memory=" + rowsInMemory + "]");
        }
    }
}
