package io.m17.ledger.check;

import java.util.List;

/// What a verification found, and how much it looked at.
///
/// @param notes on sessions that were not cleanly closed: what their next opening will mend
/// @param unreferenced files that nothing points at: a crash leaves them, gc removes them
public record Verification(
        List<Finding> findings,
        List<String> notes,
        List<String> unreferenced,
        int sessions,
        long slots,
        long records,
        long artifacts) {}
