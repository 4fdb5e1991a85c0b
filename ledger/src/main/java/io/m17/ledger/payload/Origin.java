package io.m17.ledger.payload;

/// What every payload record says of itself: whose it is, which version, which rows, and a checksum of them.
///
/// @param window index in the year, or [#SHARED] for the record that all empty windows of a symbol share
/// @param version of the slot's content, from 1
/// @param writtenNs write time, nanoseconds since the Unix epoch
/// @param artifactId the artifact's number in the session's artifact log; 0 when there are no rows
/// @param firstRow the first row in the artifact
/// @param checksum content checksum of the rows; in a shared record a digest of the rows outside the session, and 0 in
///     the slots that point at it
/// @param digest of a derived payload: its inputs' content, 0 when all are empty; of trades and quotes: the state that
///     the window hands to the next one
public record Origin(
        PayloadSource source,
        int symbolId,
        int window,
        int version,
        long writtenNs,
        int artifactId,
        int firstRow,
        int rowCount,
        int checksum,
        int digest) {
    /// The window of a shared record.
    public static final int SHARED = -1;

    /// Whether all of the symbol's empty windows share this record.
    public boolean shared() {
        return window == SHARED;
    }
}
