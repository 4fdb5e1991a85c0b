package io.m17.benchmarks.table;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;

/// A table of measurements. Confined to one thread.
public sealed interface Table permits DayTable, LedgerTable, OptionTable {
    /// Measures, and prints a line as soon as it is known.
    void measure() throws IOException, InterruptedException, SQLException;

    /// Whether every target is met.
    boolean met();

    /// Writes the table's part of the page, and leaves the other parts as they are.
    void write(Path page, LocalDate date) throws IOException;
}
