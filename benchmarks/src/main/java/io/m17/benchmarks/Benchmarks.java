package io.m17.benchmarks;

import io.m17.benchmarks.table.DayTable;
import io.m17.benchmarks.table.LedgerTable;
import io.m17.benchmarks.table.OptionTable;
import io.m17.benchmarks.table.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/// Measures and prints a table: `ledger`, `day` or `greeks`, each with `--quick` or without. Those of the ledger and of
/// the day, without `--quick`, are also written to the page that the property `m17.page` names. Exit 0 when every
/// target is met, 1 when not, 2 for other words.
public final class Benchmarks {
    private static final List<String> TABLES = List.of("ledger", "day", "greeks");
    private static final String QUICK = "--quick";

    private Benchmarks() {}

    public static void main(String[] arguments) throws IOException, InterruptedException, SQLException {
        List<String> words = List.of(arguments);
        List<String> tables = words.stream().filter(TABLES::contains).toList();
        boolean quick = words.contains(QUICK);
        if (tables.size() > 1 || words.size() != tables.size() + (quick ? 1 : 0)) {
            System.err.println("m17: what is measured is the ledger, the day or the greeks [words=" + words
                    + "]; scripts/benchmark [ledger | day | greeks] [--quick]");
            System.exit(2);
        }
        Table table = table(tables.isEmpty() ? TABLES.getFirst() : tables.getFirst(), quick);
        try {
            table.measure();
        } finally {
            Scratch.clear();
        }
        if (!quick) {
            table.write(Path.of(System.getProperty("m17.page")), LocalDate.now(ZoneOffset.UTC));
        }
        System.exit(table.met() ? 0 : 1);
    }

    private static Table table(String name, boolean quick) {
        Scale scale = quick ? Scale.QUICK : Scale.FULL;
        return switch (name) {
            case "ledger" -> new LedgerTable(scale);
            case "day" -> new DayTable(quick ? DayScale.QUICK : DayScale.FULL, scale);
            case "greeks" -> new OptionTable(scale);
            default -> throw new IllegalArgumentException("no such table [table=" + name + "]");
        };
    }
}
