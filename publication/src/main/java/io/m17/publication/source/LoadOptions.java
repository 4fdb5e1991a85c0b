package io.m17.publication.source;

import java.nio.file.Path;

/// How one pass over a file is made.
///
/// @param sourceEntry the artifact log's entry of the file
/// @param partRows how many rows make a part full
/// @param rowsInMemory how many rows may be staged before they are put away
/// @param scratch the directory to put them in
/// @param replaced whether another state of the file was read before
/// @param scattered whether rows of an instrument may stand anywhere in the file
record LoadOptions(
        long sourceEntry, int partRows, int rowsInMemory, Path scratch, boolean replaced, boolean scattered) {
    /// The same for a file whose rows turned out to be scattered.
    ///
    /// @param filled whether windows were filled from it before that was seen
    LoadOptions forScattered(boolean filled) {
        return new LoadOptions(sourceEntry, partRows, rowsInMemory, scratch, replaced || filled, true);
    }
}
