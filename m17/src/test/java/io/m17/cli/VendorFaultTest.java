package io.m17.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What becomes of vendor files that are not as they should be, and of cells that are cleared: hand-made files of a few
/// rows, through the command line.
class VendorFaultTest {
    private static final LocalDate SESSION = LocalDate.of(2025, 6, 2);
    private static final long OPEN_NS = 1_748_871_000_000_000_000L; // 2025-06-02T09:30 in New York
    private static final long MINUTE_NS = 60_000_000_000L;
    private static final String TRADES =
            "ticker,conditions,correction,exchange,price,sip_timestamp,size,sequence_number";
    private static final String QUOTES =
            "ticker,ask_exchange,ask_price,ask_size,bid_exchange,bid_price,bid_size,sip_timestamp,sequence_number";

    @TempDir
    private Path directory;

    private static String trade(String ticker, int minute, String price, int sequence) {
        return String.format(
                Locale.ROOT, "%s,,0,4,%s,%d,100,%d", ticker, price, OPEN_NS + minute * MINUTE_NS + sequence, sequence);
    }

    private static String quote(String ticker, int minute, String bid, String ask, int sequence) {
        return String.format(
                Locale.ROOT,
                "%s,7,%s,3,7,%s,2,%d,%d",
                ticker,
                ask,
                bid,
                OPEN_NS + minute * MINUTE_NS + sequence,
                sequence);
    }

    private void write(String dataset, String header, List<String> rows) throws IOException {
        Path file = directory.resolve("flat/" + dataset + "/2025/06/" + SESSION + ".csv");
        Files.createDirectories(file.getParent());
        Files.writeString(file, header + "\n" + String.join("\n", rows) + "\n");
    }

    private Cli run(String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "run",
                "--until-complete",
                "--json",
                "--state-dir",
                directory.resolve("state").toString(),
                "--flatfiles",
                directory.resolve("flat").toString()));
        arguments.addAll(List.of(more));
        return Cli.run(arguments.toArray(String[]::new));
    }

    private String digest() {
        return Cli.run(
                        "digest",
                        "--json",
                        "--state-dir",
                        directory.resolve("state").toString())
                .out();
    }

    private LedgerOptions options() {
        return new LedgerOptions(directory.resolve("state"), 10_000, 1 << 25, new ExpectedColumns(Set.of()));
    }

    private int rows(String symbol, SlotColumn column, int minute) {
        try (Ledger ledger = Ledger.openReadOnly(options())) {
            SessionLedger session = ledger.session(SESSION);
            OptionalInt id = ledger.symbols().id(symbol);
            Slot slot = session.slot(column, id.orElseThrow(), minute);
            return slot.filled() ? session.payload(slot).origin().rowCount() : -1;
        }
    }

    private static int filled(Cli run, String column) {
        JsonNode columns = run.json().required("sessions").required(0).required("columns");
        return columns.required(column).required("filled").intValue();
    }

    @Test
    void keepsTheGoodRowsAroundMalformedOnesAndCountsThose() throws IOException {
        write(
                "us_stocks_sip/trades_v1",
                TRADES,
                List.of(
                        trade("AAA", 0, "10.00", 1),
                        trade("AAA", 0, "0", 2),
                        "AAA,,0,4,ten," + OPEN_NS + ",100,3",
                        "AAA,,0",
                        trade("AAA", 1, "10.01", 4),
                        trade("AAA", 1, "-1", 5)));
        Cli run = run();
        assertEquals(390, filled(run, "trade_ref"));
        assertEquals(1, rows("AAA", SlotColumn.TRADE, 0));
        assertEquals(1, rows("AAA", SlotColumn.TRADE, 1));
        assertEquals(0, rows("AAA", SlotColumn.TRADE, 2));
        Cli status = Cli.run("status", "--state-dir", directory.resolve("state").toString());
        assertTrue(
                status.out().contains("rows refused: 4 of ") && status.out().contains("line=3, reason=price is zero"),
                status.out());
    }

    @Test
    void saysOfEveryWindowThatAFileWithoutAColumnIsDamagedAndFillsFromTheOthers() throws IOException {
        write("us_stocks_sip/trades_v1", TRADES.replace("price", "prize"), List.of(trade("AAA", 0, "10.00", 1)));
        write("us_stocks_sip/quotes_v1", QUOTES, List.of(quote("AAA", 0, "9.99", "10.01", 1)));
        Cli run = run();
        assertEquals(ExitCode.NO, run.code());
        assertEquals(390, filled(run, "quote_ref"));
        assertEquals(0, filled(run, "trade_ref"));
        Cli missing = Cli.run(
                "missing",
                "--column",
                "trade_ref",
                "--state-dir",
                directory.resolve("state").toString());
        assertTrue(missing.out().contains("the vendor file is damaged"), missing.out());
    }

    @Test
    void decidesNothingUnderACrossedQuoteAndKeepsIt() throws IOException {
        write(
                "us_stocks_sip/trades_v1",
                TRADES,
                List.of(trade("AAA", 0, "10.00", 1_000), trade("AAA", 1, "10.01", 2_000)));
        write(
                "us_stocks_sip/quotes_v1",
                QUOTES,
                List.of(quote("AAA", 0, "10.05", "9.95", 1), quote("AAA", 1, "9.99", "10.01", 2)));
        Cli run = run();
        assertEquals(390, filled(run, "aggressor_ref"));
        assertEquals(1, rows("AAA", SlotColumn.QUOTE, 0));
        Cli window = Cli.run(
                "window",
                "AAA",
                "2025-06-02T09:30",
                "--json",
                "--state-dir",
                directory.resolve("state").toString());
        assertEquals(ExitCode.DONE, window.code());
        assertEquals(1, rows("AAA", SlotColumn.AGGRESSOR, 0));
    }

    @Test
    void leavesOutWhatIsBeyondTheCapAndFillsTheRest() throws IOException {
        Path conf = directory.resolve("m17.conf");
        Files.writeString(conf, "symbols.cap = 2\n");
        write(
                "us_stocks_sip/trades_v1",
                TRADES,
                List.of(
                        trade("AAA", 0, "10.00", 1),
                        trade("BBB", 0, "10.00", 2),
                        trade("CCC", 0, "10.00", 3),
                        trade("DDD", 0, "10.00", 4)));
        Cli run = run("--config", conf.toString());
        assertEquals(780, filled(run, "trade_ref"));
        assertEquals(
                ExitCode.DONE,
                Cli.run("verify", "--state-dir", directory.resolve("state").toString())
                        .code());
    }

    @Test
    void keepsChainsApartWhoseRootsBeginAlike() throws IOException {
        write(
                "us_options_opra/trades_v1",
                TRADES,
                List.of(
                        trade("O:A250620C00100000", 0, "1.00", 1),
                        trade("O:A250620C00100000", 1, "1.10", 5),
                        trade("O:A250620P00100000", 0, "3.00", 3),
                        trade("O:A1250620C00100000", 0, "2.00", 2),
                        trade("O:AA250620C00100000", 0, "2.00", 2),
                        trade("O:AA250620C00100000", 1, "2.10", 4)));
        run();
        assertEquals(2, rows("O:A", SlotColumn.TRADE, 0));
        assertEquals(1, rows("O:AA", SlotColumn.TRADE, 0));
        assertEquals(1, rows("O:A1", SlotColumn.TRADE, 0));
        assertEquals(1, rows("O:A", SlotColumn.TRADE, 1));
        assertEquals(1, rows("O:AA", SlotColumn.TRADE, 1));
    }

    @Test
    void fillsAgainExactlyWhatWasClearedAndEndsInTheSameDigest() throws IOException {
        List<String> trades = new ArrayList<>();
        List<String> quotes = new ArrayList<>();
        for (int minute = 0; minute < 390; minute += 2) {
            trades.add(trade("AAA", minute, "10.0" + minute % 10, minute + 1_000));
            quotes.add(quote("AAA", minute, "9.99", "10.01", minute + 1));
        }
        write("us_stocks_sip/trades_v1", TRADES, trades);
        write("us_stocks_sip/quotes_v1", QUOTES, quotes);
        run();
        String before = digest();
        try (Ledger ledger = Ledger.open(options(), 1)) {
            SessionLedger session = ledger.session(SESSION);
            for (int minute : new int[] {0, 10, 11, 389}) {
                session.clearSlot(SlotColumn.TRADE, 0, minute, "doubtful", "test", 2);
                session.clearSlot(SlotColumn.QUOTE, 0, minute, "doubtful", "test", 2);
            }
        }
        assertFalse(before.equals(digest()));
        assertEquals(390, filled(run(), "trade_ref"));
        assertEquals(before, digest());
        assertEquals(
                ExitCode.DONE,
                Cli.run(
                                "verify",
                                "--deep",
                                "--state-dir",
                                directory.resolve("state").toString())
                        .code());
    }
}
