package io.m17.simulator;

/// The vendor's correction codes of a trade row, in pairs: the original that was voided or changed, and the record
/// that did it.
final class Correction {
    static final int NONE = 0;
    /// Original that was later corrected; the row carries the corrected data.
    static final int CORRECTED = 1;
    static final int ERRONEOUS = 7;
    static final int CANCELLED = 8;
    static final int CANCEL_RECORD = 10;
    static final int ERROR_RECORD = 11;
    /// Follows [#CORRECTED] and carries the wrong data.
    static final int CORRECTION_RECORD = 12;

    private Correction() {}
}
