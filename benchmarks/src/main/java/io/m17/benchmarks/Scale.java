package io.m17.benchmarks;

/// How much is measured.
///
/// @param runs processes a measurement; their median counts
/// @param warmups iterations before those that count
/// @param iterations that count
/// @param iterationMs length of a timed iteration
/// @param readSymbols symbols of the session that rows and columns are read from
/// @param latencySeconds how long appends and tailers are watched
/// @param sessions directories of the state that is opened
/// @param symbols of that state
/// @param listed how many of them each session lists
/// @param peerKeys records of a peer that is opened
public record Scale(
        int runs,
        int warmups,
        int iterations,
        int iterationMs,
        int readSymbols,
        int latencySeconds,
        int sessions,
        int symbols,
        int listed,
        int peerKeys) {
    /// What `docs/performance.md` is made from.
    public static final Scale FULL = new Scale(3, 3, 5, 1000, 10_000, 10, 250, 10_000, 115, 10_000_000);

    /// Whether everything runs; its figures say little.
    public static final Scale QUICK = new Scale(1, 2, 2, 400, 200, 1, 10, 500, 10, 200_000);
}
