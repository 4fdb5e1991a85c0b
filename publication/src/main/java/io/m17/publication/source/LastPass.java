package io.m17.publication.source;

import io.m17.ledger.Reason;
import io.m17.ledger.payload.ArtifactEntry;
import java.util.Set;

/// What the last pass over a file found, so that the same file is not read again in vain.
///
/// @param source the file in the state that was read
/// @param seen instruments that have rows; empty when the file could not be read to its end
/// @param missing why the windows of other instruments stay empty
/// @param failures how many passes in a row failed on the file's store; 0 when it is not to be tried again
/// @param retryNs when it is, nanoseconds since the Unix epoch
record LastPass(ArtifactEntry.Source source, Set<String> seen, Reason missing, int failures, long retryNs) {
    /// The file was read to its end.
    static LastPass complete(ArtifactEntry.Source source, Set<String> seen) {
        return new LastPass(source, seen, Reason.NOT_IN_VENDOR_FILE, 0, 0);
    }

    /// The file cannot be read as it is.
    static LastPass damaged(ArtifactEntry.Source source, Reason reason) {
        return new LastPass(source, Set.of(), reason, 0, 0);
    }

    /// The file's store did not give it.
    static LastPass refused(ArtifactEntry.Source source, Reason reason, int failures, long retryNs) {
        return new LastPass(source, Set.of(), reason, failures, retryNs);
    }

    boolean isToBeTriedAgain() {
        return failures > 0;
    }

    /// Whether it is too early to try again.
    boolean restsUntil(long nowNs) {
        return isToBeTriedAgain() && nowNs < retryNs;
    }
}
