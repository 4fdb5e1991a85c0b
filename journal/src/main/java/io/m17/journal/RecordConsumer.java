package io.m17.journal;

/// Takes one record of a log.
@FunctionalInterface
public interface RecordConsumer {
    /// @param number the record's number
    /// @param body its bytes, the consumer's to keep
    void accept(long number, byte[] body);
}
