package io.m17.publication;

import io.m17.market.flatfile.FlatFileStore;
import java.util.Optional;

/// Where vendor files are, how a part is cut, and when a print is late.
///
/// @param store empty when there is none
/// @param partRows how many rows make a part full
/// @param lateAfterNs between the two clocks of a print, nanoseconds
public record SourceFiles(Optional<FlatFileStore> store, int partRows, long lateAfterNs) {
    public SourceFiles {
        if (partRows < 1) {
            throw new IllegalArgumentException("a part has rows [part_rows=" + partRows + "]");
        }
    }
}
