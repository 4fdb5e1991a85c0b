package io.m17.benchmarks;

import io.m17.benchmarks.table.LedgerTable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/// Measures and prints the table: `ledger [--quick]`. Without `--quick` it also writes the page that the property
/// `m17.page` names. Exit 0 when every target is met, 1 when not, 2 for other words.
public final class Benchmarks {
    private Benchmarks() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<String> words = List.of(arguments);
        boolean quick = words.contains("--quick");
        if (!words.stream().allMatch(word -> word.equals("ledger") || word.equals("--quick"))) {
            System.err.println("m17: what is measured is the ledger [words=" + words + "]; scripts/benchmark [ledger]"
                    + " [--quick]");
            System.exit(2);
        }
        LedgerTable table = new LedgerTable(quick ? Scale.QUICK : Scale.FULL);
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
}
