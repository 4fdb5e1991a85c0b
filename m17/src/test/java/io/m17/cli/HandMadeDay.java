package io.m17.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.m17.ledger.ExpectedColumns;
import io.m17.ledger.Ledger;
import io.m17.ledger.LedgerOptions;
import io.m17.ledger.Slot;
import io.m17.ledger.SlotColumn;
import io.m17.ledger.session.SessionLedger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// A session of vendor files with a few rows, and the state that m17 makes of them.
///
/// @param flatFiles the vendor's directory
/// @param state the state directory
record HandMadeDay(Path flatFiles, Path state) {
    static final LocalDate SESSION = LocalDate.of(2025, 6, 2);
    static final long OPEN_NS = 1_748_871_000_000_000_000L; // 2025-06-02T09:30 in New York
    static final long MINUTE_NS = 60_000_000_000L;
    static final String STOCK_TRADES = "us_stocks_sip/trades_v1";
    static final String STOCK_QUOTES = "us_stocks_sip/quotes_v1";
    static final String OPTION_TRADES = "us_options_opra/trades_v1";
    static final String TRADES = "ticker,conditions,correction,exchange,price,sip_timestamp,size,sequence_number";
    static final String QUOTES =
            "ticker,ask_exchange,ask_price,ask_size,bid_exchange,bid_price,bid_size,sip_timestamp,sequence_number";

    static HandMadeDay in(Path directory) {
        return new HandMadeDay(directory.resolve("flat"), directory.resolve("state"));
    }

    /// A round lot that trades `sequence` nanoseconds into a minute, which may lie outside the session.
    static String trade(String ticker, int minute, String price, int sequence) {
        return String.format(
                Locale.ROOT, "%s,,0,4,%s,%d,100,%d", ticker, price, OPEN_NS + minute * MINUTE_NS + sequence, sequence);
    }

    static String quote(String ticker, int minute, String bid, String ask, int sequence) {
        return String.format(
                Locale.ROOT,
                "%s,7,%s,3,7,%s,2,%d,%d",
                ticker,
                ask,
                bid,
                OPEN_NS + minute * MINUTE_NS + sequence,
                sequence);
    }

    /// Writes a file; one that replaces another has another time of modification.
    void write(String dataset, String header, List<String> rows) throws IOException {
        Path file = flatFiles.resolve(dataset + "/2025/06/" + SESSION + ".csv");
        Files.createDirectories(file.getParent());
        FileTime before = Files.exists(file) ? Files.getLastModifiedTime(file) : FileTime.fromMillis(0);
        Files.writeString(file, header + "\n" + String.join("\n", rows) + "\n");
        if (Files.getLastModifiedTime(file).equals(before)) {
            Files.setLastModifiedTime(file, FileTime.fromMillis(before.toMillis() + 1));
        }
    }

    Cli run(String... more) {
        List<String> arguments = new ArrayList<>(List.of("run", "--until-complete", "--json"));
        arguments.addAll(List.of("--state-dir", state.toString(), "--flatfiles", flatFiles.toString()));
        arguments.addAll(List.of(more));
        return Cli.run(arguments.toArray(String[]::new));
    }

    /// Runs a command that reads the state.
    Cli look(String... command) {
        List<String> arguments = new ArrayList<>(List.of(command));
        arguments.addAll(List.of("--state-dir", state.toString()));
        return Cli.run(arguments.toArray(String[]::new));
    }

    String digest() {
        return look("digest", "--json").out();
    }

    LedgerOptions options() {
        return new LedgerOptions(state, 10_000, 1 << 25, new ExpectedColumns(Set.of()));
    }

    Slot slot(String symbol, SlotColumn column, int minute) {
        try (Ledger ledger = Ledger.openReadOnly(options())) {
            return ledger.session(SESSION)
                    .slot(column, ledger.symbols().id(symbol).orElseThrow(), minute);
        }
    }

    /// The rows of a window, -1 when it is not filled.
    int rows(String symbol, SlotColumn column, int minute) {
        try (Ledger ledger = Ledger.openReadOnly(options())) {
            SessionLedger session = ledger.session(SESSION);
            Slot slot = session.slot(column, ledger.symbols().id(symbol).orElseThrow(), minute);
            return slot.filled() ? session.payload(slot).origin().rowCount() : -1;
        }
    }

    static int filled(Cli run, String column) {
        JsonNode columns = run.json().required("sessions").required(0).required("columns");
        return columns.required(column).required("filled").intValue();
    }
}
