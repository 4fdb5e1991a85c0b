package io.m17.cli;

import static io.m17.cli.HandMadeDay.OPEN_NS;
import static io.m17.cli.HandMadeDay.OPTION_TRADES;
import static io.m17.cli.HandMadeDay.QUOTES;
import static io.m17.cli.HandMadeDay.SESSION;
import static io.m17.cli.HandMadeDay.STOCK_QUOTES;
import static io.m17.cli.HandMadeDay.STOCK_TRADES;
import static io.m17.cli.HandMadeDay.TRADES;
import static io.m17.cli.HandMadeDay.filled;
import static io.m17.cli.HandMadeDay.quote;
import static io.m17.cli.HandMadeDay.trade;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.m17.ledger.Ledger;
import io.m17.ledger.SlotColumn;
import io.m17.ledger.session.SessionLedger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What becomes of vendor files that are not as they should be, and of cells that are cleared: hand-made files of a few
/// rows, through the command line.
class VendorFaultTest {
    @TempDir
    private Path directory;

    private HandMadeDay day() {
        return HandMadeDay.in(directory);
    }

    @Test
    void keepsTheGoodRowsAroundMalformedOnesAndCountsThose() throws IOException {
        day().write(
                        STOCK_TRADES,
                        TRADES,
                        List.of(
                                trade("AAA", 0, "10.00", 1),
                                trade("AAA", 0, "1.0000001", 2),
                                "AAA,,0,4,ten," + OPEN_NS + ",100,3",
                                "AAA,,0",
                                trade("AAA", 1, "10.01", 4),
                                trade("AAA", 1, "-", 5)));
        Cli run = day().run();
        assertEquals(390, filled(run, "trade_ref"));
        assertEquals(1, day().rows("AAA", SlotColumn.TRADE, 0));
        assertEquals(1, day().rows("AAA", SlotColumn.TRADE, 1));
        assertEquals(0, day().rows("AAA", SlotColumn.TRADE, 2));
        Cli status = day().look("status");
        assertTrue(
                status.out().contains("rows refused: 4 of ")
                        && status.out().contains("line=3, reason=price has more than 6 decimals"),
                status.out());
    }

    @Test
    void saysOfEveryWindowThatAFileWithoutAColumnIsDamagedAndFillsFromTheOthers() throws IOException {
        day().write(STOCK_TRADES, TRADES.replace("price", "prize"), List.of(trade("AAA", 0, "10.00", 1)));
        day().write(STOCK_QUOTES, QUOTES, List.of(quote("AAA", 0, "9.99", "10.01", 1)));
        Cli run = day().run();
        assertEquals(ExitCode.NO, run.code());
        assertEquals(390, filled(run, "quote_ref"));
        assertEquals(0, filled(run, "trade_ref"));
        Cli missing = day().look("missing", "--column", "trade_ref");
        assertTrue(missing.out().contains("the vendor file is damaged"), missing.out());
    }

    @Test
    void decidesNothingUnderACrossedQuoteAndKeepsIt() throws IOException {
        day().write(STOCK_TRADES, TRADES, List.of(trade("AAA", 0, "10.00", 1_000), trade("AAA", 1, "10.01", 2_000)));
        day().write(
                        STOCK_QUOTES,
                        QUOTES,
                        List.of(quote("AAA", 0, "10.05", "9.95", 1), quote("AAA", 1, "9.99", "10.01", 2)));
        Cli run = day().run();
        assertEquals(390, filled(run, "aggressor_ref"));
        assertEquals(1, day().rows("AAA", SlotColumn.QUOTE, 0));
        Cli window = day().look("window", "AAA", "2025-06-02T09:30", "--json");
        assertEquals(ExitCode.DONE, window.code());
        assertEquals(1, day().rows("AAA", SlotColumn.AGGRESSOR, 0));
    }

    @Test
    void leavesOutWhatIsBeyondTheCapAndFillsTheRest() throws IOException {
        Path conf = directory.resolve("m17.conf");
        Files.writeString(conf, "symbols.cap = 2\n");
        day().write(
                        STOCK_TRADES,
                        TRADES,
                        List.of(
                                trade("AAA", 0, "10.00", 1),
                                trade("BBB", 0, "10.00", 2),
                                trade("CCC", 0, "10.00", 3),
                                trade("DDD", 0, "10.00", 4)));
        Cli run = day().run("--config", conf.toString());
        assertEquals(780, filled(run, "trade_ref"));
        assertEquals(ExitCode.DONE, day().look("verify").code());
    }

    @Test
    void keepsChainsApartWhoseRootsBeginAlike() throws IOException {
        day().write(
                        OPTION_TRADES,
                        TRADES,
                        List.of(
                                trade("O:A250620C00100000", 0, "1.00", 1),
                                trade("O:A250620C00100000", 1, "1.10", 5),
                                trade("O:A250620P00100000", 0, "3.00", 3),
                                trade("O:A1250620C00100000", 0, "2.00", 2),
                                trade("O:AA250620C00100000", 0, "2.00", 2),
                                trade("O:AA250620C00100000", 1, "2.10", 4)));
        day().run();
        assertEquals(2, day().rows("O:A", SlotColumn.TRADE, 0));
        assertEquals(1, day().rows("O:AA", SlotColumn.TRADE, 0));
        assertEquals(1, day().rows("O:A1", SlotColumn.TRADE, 0));
        assertEquals(1, day().rows("O:A", SlotColumn.TRADE, 1));
        assertEquals(1, day().rows("O:AA", SlotColumn.TRADE, 1));
    }

    @Test
    void fillsAgainExactlyWhatWasClearedAndEndsInTheSameDigest() throws IOException {
        List<String> trades = new ArrayList<>();
        List<String> quotes = new ArrayList<>();
        for (int minute = 0; minute < 390; minute += 2) {
            trades.add(trade("AAA", minute, "10.0" + minute % 10, minute + 1_000));
            quotes.add(quote("AAA", minute, "9.99", "10.01", minute + 1));
        }
        day().write(STOCK_TRADES, TRADES, trades);
        day().write(STOCK_QUOTES, QUOTES, quotes);
        day().run();
        String before = day().digest();
        try (Ledger ledger = Ledger.open(day().options(), 1)) {
            SessionLedger session = ledger.session(SESSION);
            for (int minute : new int[] {0, 10, 11, 389}) {
                session.clearSlot(SlotColumn.TRADE, 0, minute, "doubtful", "test", 2);
                session.clearSlot(SlotColumn.QUOTE, 0, minute, "doubtful", "test", 2);
            }
        }
        assertFalse(before.equals(day().digest()));
        assertEquals(390, filled(day().run(), "trade_ref"));
        assertEquals(before, day().digest());
        assertEquals(ExitCode.DONE, day().look("verify", "--deep").code());
    }
}
