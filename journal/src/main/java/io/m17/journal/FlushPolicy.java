package io.m17.journal;

/// When a log forces itself to the disk, besides when it is asked to, sealed or closed.
///
/// @param everyRecords the append that reaches a multiple of it forces; 0 means never. A force covers the records
///     whose append has returned when it starts, and waits for those that are being stored before them
public record FlushPolicy(int everyRecords) {
    /// Only on request: the kernel writes back meanwhile, and what it has not written is lost with the power.
    public static final FlushPolicy ON_REQUEST = new FlushPolicy(0);

    public FlushPolicy {
        if (everyRecords < 0) {
            throw new IllegalArgumentException(
                    "A flush interval is not negative [everyRecords=%d]".formatted(everyRecords));
        }
    }

    /// Forces every that many records.
    public static FlushPolicy every(int records) {
        return new FlushPolicy(records);
    }

    boolean isDue(long number) {
        return everyRecords != 0 && number % everyRecords == 0;
    }
}
