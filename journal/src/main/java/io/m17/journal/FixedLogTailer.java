package io.m17.journal;

/// Reads a fixed-stride log's records in order as they are published, by any process. Void records are passed over.
/// Confined to one thread; allocates nothing.
public final class FixedLogTailer {
    private final FixedRecordLog log;
    private long next;

    FixedLogTailer(FixedRecordLog log, long from) {
        this.log = log;
        this.next = from;
    }

    /// Copies the next record's body, `stride - 4` bytes, and returns true, or returns false when none is published
    /// yet. Throws [CorruptRecordException] when it does not fit its checksum, again at every call.
    public boolean poll(byte[] destination) {
        while (next <= log.capacityRecords() && log.read(next, destination)) {
            next++;
            if (!isZero(destination, log.bodyBytes())) {
                return true;
            }
        }
        return false;
    }

    /// The number of the record that was read last; before the first, the one before its start.
    public long number() {
        return next - 1;
    }

    private static boolean isZero(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return true;
    }
}
