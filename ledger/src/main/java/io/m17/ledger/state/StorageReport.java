package io.m17.ledger.state;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/// What opening a state directory found.
///
/// @param incarnation this opening's number; 0 when opened for reading
/// @param mended what recovery put right, one line each
public record StorageReport(
        Path stateDir, int incarnation, int symbols, int curves, List<LocalDate> sessions, List<String> mended) {}
