package io.m17.ledger.check;

/// Something wrong in the state directory.
///
/// @param file relative to the state directory
/// @param where the window, record or offset, or empty for the whole file
/// @param what is wrong with it
public record Finding(String file, String where, String what) {
    @Override
    public String toString() {
        return file + (where.isEmpty() ? "" : " " + where) + ": " + what;
    }
}
