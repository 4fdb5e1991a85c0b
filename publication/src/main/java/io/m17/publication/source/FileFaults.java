package io.m17.publication.source;

import io.m17.ledger.Reason;
import io.m17.market.flatfile.FlatFileException.Fault;
import java.time.Duration;

/// What is left in the windows when a vendor file cannot be read, and whether and when it is worth another try.
final class FileFaults {
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(16);

    private FileFaults() {}

    /// Why windows stay empty.
    static Reason reason(Fault fault) {
        return switch (fault) {
            case NOT_ENTITLED -> Reason.NOT_ENTITLED;
            case UNREADABLE -> Reason.VENDOR_FILE_UNREADABLE;
            case REPLACED, INTERRUPTED -> Reason.NONE;
            case EMPTY, NOT_GZIP, TRUNCATED, CORRUPT, WRONG_HEADER -> Reason.VENDOR_FILE_DAMAGED;
        };
    }

    /// Whether the same file may be readable later: the fault is its store's, not its own.
    static boolean passing(Fault fault) {
        return switch (fault) {
            case NOT_ENTITLED, UNREADABLE, REPLACED, INTERRUPTED -> true;
            case EMPTY, NOT_GZIP, TRUNCATED, CORRUPT, WRONG_HEADER -> false;
        };
    }

    /// How long to leave a file alone that could not be read `failures` times in a row, nanoseconds.
    static long pauseNs(int failures) {
        Duration pause = FIRST_PAUSE;
        for (int i = 1; i < failures && pause.compareTo(LONGEST_PAUSE) < 0; i++) {
            pause = pause.multipliedBy(2);
        }
        return pause.toNanos();
    }
}
