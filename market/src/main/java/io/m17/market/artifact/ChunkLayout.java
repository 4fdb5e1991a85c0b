package io.m17.market.artifact;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.zip.CRC32C;

/// Where the pages of one column in one row group stand, headers included. The dictionary is empty where the column has
/// none.
record ChunkLayout(FileRange dictionary, List<FileRange> pages) {
    ChunkLayout {
        pages = List.copyOf(pages);
    }

    void addTo(CRC32C crc) {
        ByteBuffer canonical = ByteBuffer.allocate((pages.size() + 1) * (Long.BYTES + Integer.BYTES))
                .order(ByteOrder.LITTLE_ENDIAN);
        canonical.putLong(dictionary.offset()).putInt(dictionary.lengthBytes());
        for (FileRange page : pages) {
            canonical.putLong(page.offset()).putInt(page.lengthBytes());
        }
        crc.update(canonical.flip());
    }
}
