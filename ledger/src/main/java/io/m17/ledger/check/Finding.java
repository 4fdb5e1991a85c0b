package io.m17.ledger.check;

import io.m17.journal.LogFault;
import io.m17.ledger.state.StateLayout;

/// Something wrong in the state directory.
///
/// @param file relative to the state directory
/// @param where the window, record or offset, or empty for the whole file
/// @param what is wrong with it
public record Finding(String file, String where, String what) {
    /// A fault of a log file.
    public static Finding of(StateLayout layout, LogFault fault) {
        String where = fault.recordNumber() > 0 ? "record " + fault.recordNumber() : "offset " + fault.offsetBytes();
        return new Finding(layout.uri(fault.file()), where, fault.what());
    }

    @Override
    public String toString() {
        return file + (where.isEmpty() ? "" : " " + where) + ": " + what;
    }
}
