package io.m17.cli;

import static io.m17.cli.HandMadeDay.QUOTES;
import static io.m17.cli.HandMadeDay.SESSION;
import static io.m17.cli.HandMadeDay.STOCK_QUOTES;
import static io.m17.cli.HandMadeDay.STOCK_TRADES;
import static io.m17.cli.HandMadeDay.TRADES;
import static io.m17.cli.HandMadeDay.quote;
import static io.m17.cli.HandMadeDay.trade;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.m17.ledger.Ledger;
import io.m17.ledger.Reason;
import io.m17.ledger.Slot;
import io.m17.ledger.SlotColumn;
import io.m17.ledger.SlotStatus;
import io.m17.ledger.session.SessionLedger;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What becomes of a ledger when the vendor replaces a file: exactly the windows that depend on changed rows get a new
/// version, and the ledger ends as if it had seen the new file only.
class ReplacedFileTest {
    private static final int MINUTES = 390;

    @TempDir
    private Path directory;

    private HandMadeDay day() {
        return HandMadeDay.in(directory.resolve("day"));
    }

    /// One trade a minute, above the midpoint of [#quotes] and below it in turn.
    private static List<String> trades(String ticker) {
        List<String> rows = new ArrayList<>();
        for (int minute = 0; minute < MINUTES; minute++) {
            rows.add(trade(ticker, minute, minute % 2 == 0 ? "10.01" : "9.99", 1_000_000 + minute));
        }
        return rows;
    }

    private static List<String> quotes(String ticker) {
        List<String> rows = new ArrayList<>();
        for (int minute = 0; minute < MINUTES; minute++) {
            rows.add(quote(ticker, minute, "9.98", "10.02", 1 + minute));
        }
        return rows;
    }

    private static List<String> both(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    private void write(HandMadeDay day, List<String> trades, List<String> quotes) throws IOException {
        day.write(STOCK_TRADES, TRADES, trades);
        day.write(STOCK_QUOTES, QUOTES, quotes);
    }

    /// The version of every filled cell.
    static Map<String, Integer> versions(HandMadeDay day) {
        Map<String, Integer> versions = new TreeMap<>();
        try (Ledger ledger = Ledger.openReadOnly(day.options())) {
            SessionLedger session = ledger.session(SESSION);
            session.listed()
                    .forEach(symbolId -> SlotColumn.ALL.forEach(column -> {
                        for (int minute = 0; minute < MINUTES; minute++) {
                            Slot slot = session.slot(column, symbolId, minute);
                            if (slot.filled()) {
                                versions.put(cell(ledger.symbols().symbol(symbolId), column, minute), slot.version());
                            }
                        }
                    }));
        }
        return versions;
    }

    static String cell(String symbol, SlotColumn column, int minute) {
        return String.format("%s %s %03d", symbol, column.label(), minute);
    }

    /// The cells whose version is another one.
    static Set<String> raised(Map<String, Integer> before, Map<String, Integer> after) {
        assertEquals(before.keySet(), after.keySet());
        Set<String> raised = new TreeSet<>();
        before.forEach((cell, version) -> {
            int now = after.getOrDefault(cell, 0);
            if (now != version) {
                assertEquals(version + 1, now, cell);
                raised.add(cell);
            }
        });
        return raised;
    }

    /// The aggregate cells of windows that hold a minute.
    static void addAggregates(Set<String> cells, String symbol, int minute) {
        int[] lengths = {1, 5, 10, 30, 60, 240};
        for (int i = 0; i < lengths.length; i++) {
            for (int start = Math.max(0, minute - lengths[i] + 1); start <= minute; start++) {
                cells.add(cell(symbol, SlotColumn.AGGREGATES.get(i), start));
            }
        }
    }

    /// The ledger that only ever saw the files as they are now.
    private String digestOfFreshLedger(HandMadeDay day) {
        HandMadeDay fresh = new HandMadeDay(day.flatFiles(), directory.resolve("fresh"));
        fresh.run();
        return fresh.digest();
    }

    @Test
    void raisesExactlyTheVersionsOfWindowsThatDependOnThreeChangedTrades() throws IOException {
        HandMadeDay day = day();
        List<String> trades = both(trades("AAA"), trades("BBB"));
        List<String> quotes = both(quotes("AAA"), quotes("BBB"));
        write(day, trades, quotes);
        day.run();
        Map<String, Integer> before = versions(day);
        assertEquals(2 * MINUTES * 9, before.size());
        int[] changed = {7, 100, 389};
        Set<String> expected = new TreeSet<>();
        for (int minute : changed) {
            trades.set(minute, trade("AAA", minute, "10.02", 1_000_000 + minute));
            expected.add(cell("AAA", SlotColumn.TRADE, minute));
            expected.add(cell("AAA", SlotColumn.AGGRESSOR, minute));
            addAggregates(expected, "AAA", minute);
        }
        write(day, trades, quotes);
        day.run();
        assertEquals(expected, raised(before, versions(day)));
        assertEquals(digestOfFreshLedger(day), day.digest());
        assertEquals(ExitCode.DONE, day.look("verify", "--deep").code());
    }

    @Test
    void carriesAChangedQuoteIntoTheWindowsThatItReaches() throws IOException {
        HandMadeDay day = day();
        List<String> quotes = quotes("AAA");
        quotes.set(51, quote("AAA", 53, "9.98", "10.02", 60)); // no quote from 50 on until the one in 53
        quotes.remove(52);
        write(day, trades("AAA"), quotes);
        day.run();
        Map<String, Integer> before = versions(day);
        quotes.set(50, quote("AAA", 50, "9.99", "10.03", 51)); // the midpoint is 10.01 now
        write(day, trades("AAA"), quotes);
        day.run();
        Set<String> raised = raised(before, versions(day));
        Set<String> expected = new TreeSet<>(Set.of(cell("AAA", SlotColumn.QUOTE, 50)));
        for (int minute = 50; minute < 53; minute++) {
            expected.add(cell("AAA", SlotColumn.AGGRESSOR, minute));
            expected.add(cell("AAA", SlotColumn.AGGRESSOR, minute - 5)); // whose realised spreads it decides
        }
        raised.removeIf(cell -> cell.contains("aggs"));
        assertEquals(expected, raised);
        assertEquals(digestOfFreshLedger(day), day.digest());
    }

    @Test
    void stopsWhereAChangedQuoteLeavesTheCarriedOneAsItWas() throws IOException {
        HandMadeDay day = day();
        List<String> quotes = quotes("AAA");
        quotes.add(21, quote("AAA", 20, "9.97", "10.02", 25)); // the last of its minute, and the one that is carried
        quotes.remove(22);
        write(day, trades("AAA"), quotes);
        day.run();
        Map<String, Integer> before = versions(day);
        quotes.set(20, quote("AAA", 20, "9.90", "10.02", 21));
        write(day, trades("AAA"), quotes);
        day.run();
        assertEquals(Set.of(cell("AAA", SlotColumn.QUOTE, 20)), raised(before, versions(day)));
        assertEquals(digestOfFreshLedger(day), day.digest());
    }

    @Test
    void looksAgainAtTheFirstWindowWhenAQuoteBeforeTheOpenChanges() throws IOException {
        HandMadeDay day = day();
        List<String> quotes = new ArrayList<>(List.of(quote("AAA", -5, "9.98", "10.02", 1)));
        quotes.addAll(quotes("AAA").subList(2, MINUTES));
        write(day, trades("AAA"), quotes);
        day.run();
        Map<String, Integer> before = versions(day);
        quotes.set(0, quote("AAA", -5, "9.99", "10.03", 1));
        write(day, trades("AAA"), quotes);
        day.run();
        Set<String> raised = raised(before, versions(day));
        raised.removeIf(cell -> cell.contains("aggs"));
        assertEquals(Set.of(cell("AAA", SlotColumn.AGGRESSOR, 0), cell("AAA", SlotColumn.AGGRESSOR, 1)), raised);
        assertEquals(digestOfFreshLedger(day), day.digest());
    }

    @Test
    void makesAWindowWhoseRowsAreGoneKnownEmptyAndRebuildsItSo() throws IOException {
        HandMadeDay day = day();
        List<String> trades = trades("AAA");
        write(day, trades, quotes("AAA"));
        day.run();
        trades.remove(33);
        trades.add(200, trade("AAA", 200, "10.02", 5));
        write(day, trades, quotes("AAA"));
        day.run();
        assertTrue(day.slot("AAA", SlotColumn.TRADE, 33).knownEmpty());
        assertEquals(2, day.slot("AAA", SlotColumn.TRADE, 33).version());
        assertEquals(2, day.rows("AAA", SlotColumn.TRADE, 200));
        String digest = day.digest();
        assertEquals(digestOfFreshLedger(day), digest);
        java.nio.file.Files.delete(day.state().resolve("session=" + SESSION + "/trade-ledger.dat"));
        java.nio.file.Files.delete(day.state().resolve("session=" + SESSION + "/enrichment-ledger.dat"));
        assertEquals(ExitCode.DONE, day.look("rebuild").code());
        assertEquals(digest, day.digest());
    }

    @Test
    void changesNothingWhenTheFileWasOnlyTouched() throws IOException {
        HandMadeDay day = day();
        write(day, trades("AAA"), quotes("AAA"));
        day.run();
        Map<String, Integer> before = versions(day);
        write(day, trades("AAA"), quotes("AAA"));
        Cli again = day.run();
        assertEquals(ExitCode.DONE, again.code());
        assertEquals(before, versions(day));
    }

    @Test
    void leavesWhatAFileDoesNotReachAsItIsWhenItStopsEarly() throws IOException {
        HandMadeDay day = day();
        write(day, trades("AAA"), quotes("AAA"));
        day.run();
        Map<String, Integer> before = versions(day);
        write(day, trades("AAA").subList(0, 362), quotes("AAA"));
        day.run();
        assertEquals(before, versions(day));
    }

    @Test
    void flagsEveryWindowBehindTheEarlyEndOfAFileAndFillsThemFromAWholeOne() throws IOException {
        HandMadeDay day = day();
        write(day, both(trades("AAA").subList(0, 362), trades("BBB")), both(quotes("AAA"), quotes("BBB")));
        Cli cut = day.run();
        assertEquals(ExitCode.NO, cut.code());
        for (int minute = 0; minute < MINUTES; minute++) {
            Slot slot = day.slot("AAA", SlotColumn.TRADE, minute);
            assertEquals(minute < 362 ? SlotStatus.FILLED : SlotStatus.EMPTY, slot.status());
            assertEquals(minute < 362 ? Reason.NONE : Reason.VENDOR_FILE_STOPS_EARLY, slot.reason());
        }
        assertEquals(
                Reason.INPUT_MISSING, day.slot("AAA", SlotColumn.AGGRESSOR, 380).reason());
        assertTrue(
                day.look("missing").out().contains("stop early"),
                day.look("missing").out());
        write(day, both(trades("AAA"), trades("BBB")), both(quotes("AAA"), quotes("BBB")));
        assertEquals(ExitCode.DONE, day.run().code());
        assertEquals(digestOfFreshLedger(day), day.digest());
    }

    @Test
    void keepsAnInstrumentThatAReplacedFileHasNoRowOf() throws IOException {
        HandMadeDay day = day();
        write(day, both(trades("AAA"), trades("BBB")), both(quotes("AAA"), quotes("BBB")));
        day.run();
        Map<String, Integer> before = versions(day);
        write(day, trades("BBB"), both(quotes("AAA"), quotes("BBB")));
        assertEquals(ExitCode.DONE, day.run().code());
        assertEquals(before, versions(day));
        assertFalse(before.isEmpty());
    }
}
