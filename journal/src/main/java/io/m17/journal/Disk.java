package io.m17.journal;

import java.io.IOException;

/// What a log asks of the disk, behind a seam so that tests can let it fail. Never called per record.
interface Disk {
    /// The disk as it is.
    Disk SYSTEM = new Disk() {
        @Override
        public void preallocate(MappedRegion region, long offset, long lengthBytes) throws IOException {
            region.preallocate(offset, lengthBytes);
        }

        @Override
        public void force(MappedRegion region, long offset, long lengthBytes) throws IOException {
            region.force(offset, lengthBytes);
        }
    };

    void preallocate(MappedRegion region, long offset, long lengthBytes) throws IOException;

    void force(MappedRegion region, long offset, long lengthBytes) throws IOException;
}
