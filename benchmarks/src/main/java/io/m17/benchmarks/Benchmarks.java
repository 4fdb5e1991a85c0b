package io.m17.benchmarks;

import io.m17.benchmarks.table.LedgerTable;
import io.m17.benchmarks.table.OptionTable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

/// Measures and prints a table: `ledger [--quick]` or `greeks [--quick]`. The ledger's, without `--quick`, is also
/// written to the page that the property `m17.page` names. Exit 0 when every target is met, 1 when not, 2 for other
/// words.
public final class Benchmarks {
    private static final Set<String> WORDS = Set.of("ledger", "greeks", "--quick");

    private Benchmarks() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<String> words = List.of(arguments);
        if (!WORDS.containsAll(words) || words.containsAll(List.of("ledger", "greeks"))) {
            System.err.println("m17: what is measured is the ledger or the greeks [words=" + words
                    + "]; scripts/benchmark [ledger | greeks] [--quick]");
            System.exit(2);
        }
        boolean quick = words.contains("--quick");
        System.exit((words.contains("greeks") ? greeks(quick) : ledger(quick)) ? 0 : 1);
    }

    private static boolean ledger(boolean quick) throws IOException, InterruptedException {
        LedgerTable table = new LedgerTable(quick ? Scale.QUICK : Scale.FULL);
        try {
            table.measure();
        } finally {
            Scratch.clear();
        }
        if (!quick) {
            table.write(Path.of(System.getProperty("m17.page")), LocalDate.now(ZoneOffset.UTC));
        }
        return table.met();
    }

    private static boolean greeks(boolean quick) throws IOException, InterruptedException {
        OptionTable table = new OptionTable(quick ? Scale.QUICK : Scale.FULL);
        try {
            table.measure();
        } finally {
            Scratch.clear();
        }
        return table.met();
    }
}
