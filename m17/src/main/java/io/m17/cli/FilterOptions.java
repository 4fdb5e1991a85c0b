package io.m17.cli;

import io.m17.ledger.Ledger;
import io.m17.ledger.SlotColumn;
import io.m17.report.TimeBound;
import io.m17.report.WindowFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/// Which windows a report is about.
final class FilterOptions {
    @Option(names = "--symbol", paramLabel = "SYMBOL", description = "Only this instrument.")
    private Optional<String> symbol = Optional.empty();

    @Option(names = "--column", paramLabel = "COLUMN", description = "Only this column; may stand several times.")
    private List<SlotColumn> columns = new ArrayList<>();

    @Option(
            names = "--from",
            paramLabel = "TIME",
            description = "Only windows from here on: a date, or a time as of window.")
    private Optional<String> from = Optional.empty();

    @Option(
            names = "--to",
            paramLabel = "TIME",
            description = "Only windows up to this date, or that start before this time.")
    private Optional<String> to = Optional.empty();

    WindowFilter filter() {
        return new WindowFilter(
                symbol,
                columns,
                from.map(TimeBound::fromNs).orElse(Long.MIN_VALUE),
                to.map(TimeBound::toNs).orElse(Long.MAX_VALUE));
    }

    /// Refuses a symbol that the ledger does not know.
    void check(Ledger ledger) {
        symbol.ifPresent(name -> Symbols.known(ledger, name));
    }
}
