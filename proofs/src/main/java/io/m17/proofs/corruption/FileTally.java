package io.m17.proofs.corruption;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// What was done to one file.
///
/// @param flips bits turned over
/// @param others cuts, pages of zeros, lengthenings and exchanges
/// @param repairs how often it was also mended
/// @param headerTried header bytes in which a bit was turned over
/// @param headerBytes how many there are
record FileTally(long flips, long others, long repairs, int headerTried, int headerBytes, List<String> failures) {
    FileTally {
        failures = List.copyOf(failures);
    }

    /// Both together, of two parts of the header.
    FileTally plus(FileTally other) {
        return new FileTally(
                flips + other.flips,
                others + other.others,
                repairs + other.repairs,
                headerTried + other.headerTried,
                headerBytes + other.headerBytes,
                Stream.concat(failures.stream(), other.failures.stream()).toList());
    }

    long tries() {
        return flips + others;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%,d flips, %,d of %,d header bytes, %,d cut, zeroed, lengthened or exchanged, %,d mended",
                flips,
                headerTried,
                headerBytes,
                others,
                repairs);
    }
}
