package io.m17.ledger.engine;

import java.time.LocalDate;
import java.util.List;

/// Which sessions the engines work on; asked anew every turn. Thread-safe.
@FunctionalInterface
public interface SessionScope {
    /// The sessions, oldest first.
    List<LocalDate> sessions();
}
