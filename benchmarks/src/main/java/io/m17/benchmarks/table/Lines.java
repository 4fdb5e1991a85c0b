package io.m17.benchmarks.table;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// The lines of a table; each is printed as soon as it is known. Confined to one thread.
final class Lines implements Consumer<Row> {
    private final String head;
    private final List<Row> rows = new ArrayList<>();

    /// @param memory what the last column says
    Lines(String memory) {
        this.head = Row.head(memory);
    }

    /// Prints the machine and the table's head.
    void begin() throws IOException {
        System.out.println(Machine.describe());
        System.out.print(head);
    }

    @Override
    public void accept(Row row) {
        rows.add(row);
        System.out.print(row.markdown());
    }

    /// Whether every target is met.
    boolean met() {
        return rows.stream().allMatch(Row::met);
    }

    /// The table below a line that says how often, when and on what it was measured.
    String report(int runs, LocalDate date) throws IOException {
        String often = runs == 1 ? "One run" : "Medians of " + runs + " runs";
        String table = rows.stream().map(Row::markdown).collect(Collectors.joining());
        return often + ", " + date + ", on " + Machine.describe() + ".\n\n" + head + table;
    }
}
