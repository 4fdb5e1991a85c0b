package io.m17.trade.flatfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.m17.market.flatfile.Dataset;
import io.m17.market.flatfile.VendorDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Files whose rows stand in any order, with and without room for them in memory: always the same ledger.
class RegroupingTest {
    private static final int PLENTY = 1 << 20;
    private static final List<String> CHAINS = List.of(
            "O:AAA250620C00100000",
            "O:AAA250620P00100000",
            "O:AAA250718C00110000",
            "O:AAAB250620C00010000",
            "O:BBB250620C00100000",
            "O:BBB250620P00090000");
    private static final int CHAIN_ROWS = 60_000;

    @TempDir
    private Path directory;

    private VendorDirectory vendor() {
        return new VendorDirectory(directory.resolve("flat"));
    }

    private LoadedDay loaded(String state, int partRows, int rowsInMemory) throws Exception {
        LoadedDay day = new LoadedDay(directory.resolve(state), vendor(), partRows, rowsInMemory);
        day.turnToEnd();
        return day;
    }

    private String digest(String state, int partRows, int rowsInMemory) throws Exception {
        try (LoadedDay day = loaded(state, partRows, rowsInMemory)) {
            return day.digest();
        }
    }

    @ParameterizedTest
    @CsvSource({"1048576, 1048576", "1048576, 5000", "3000, 1048576", "3000, 5000", "100, 20000"})
    void makesTheSameLedgerOfOptionRowsInAnyOrder(int partRows, int rowsInMemory) throws Exception {
        List<TradeLines> lines = TradeLines.random(7, CHAIN_ROWS, CHAINS);
        TradeLines.write(vendor(), Dataset.OPTION_TRADES, TradeLines.byTicker(lines));
        String expected = digest("plain", PLENTY, PLENTY);
        assertEquals(expected, digest("sorted", partRows, rowsInMemory));
        TradeLines.write(vendor(), Dataset.OPTION_TRADES, lines);
        assertEquals(expected, digest("by-time", partRows, rowsInMemory));
        TradeLines.write(vendor(), Dataset.OPTION_TRADES, TradeLines.shuffled(lines, 3));
        assertEquals(expected, digest("shuffled", partRows, rowsInMemory));
    }

    @Test
    void losesNoRowOfAShuffledFileAndLeavesNothingBehind() throws Exception {
        List<TradeLines> lines = TradeLines.random(8, CHAIN_ROWS, CHAINS);
        TradeLines.write(vendor(), Dataset.OPTION_TRADES, TradeLines.shuffled(lines, 5));
        Map<String, Map<Integer, Long>> counts = lines.stream()
                .collect(Collectors.groupingBy(
                        TradeLines::instrument, Collectors.groupingBy(TradeLines::minute, Collectors.counting())));
        try (LoadedDay day = loaded("state", 2000, 4000)) {
            counts.forEach((instrument, minutes) -> {
                for (int minute = 0; minute < LoadedDay.MINUTES; minute++) {
                    assertEquals(minutes.getOrDefault(minute, 0L), day.rows(instrument, minute));
                }
            });
            assertTrue(Files.exists(day.scratch()), "rows were put away");
            assertEquals(0, files(day.scratch()));
        }
    }

    @Test
    void putsTheRowsOfOneEquityAwayWhenTheyAreManyAndMakesTheSameLedger() throws Exception {
        List<TradeLines> lines = TradeLines.byTicker(TradeLines.random(9, 150_000, List.of("AAA", "BBB")));
        TradeLines.write(vendor(), Dataset.STOCK_TRADES, lines);
        assertEquals(digest("plain", PLENTY, PLENTY), digest("away", 10_000, 20_000));
    }

    @Test
    void removesWhatACrashLeftBehind() throws Exception {
        TradeLines.write(vendor(), Dataset.OPTION_TRADES, TradeLines.random(10, 1000, CHAINS));
        try (LoadedDay day = new LoadedDay(directory.resolve("state"), vendor(), PLENTY, PLENTY)) {
            Files.createDirectories(day.scratch());
            Files.writeString(day.scratch().resolve("run-000001.parquet"), "half a run");
            day.turnToEnd();
            assertEquals(0, files(day.scratch()));
        }
    }

    @Test
    void settlesAReplacedFileInAnyOrderAsOneThatWasTheFirst() throws Exception {
        List<TradeLines> before = TradeLines.random(11, CHAIN_ROWS, CHAINS);
        TradeLines.write(vendor(), Dataset.OPTION_TRADES, TradeLines.byTicker(before));
        try (LoadedDay day = loaded("replaced", 3000, 5000)) {
            TradeLines first = before.get(20_000);
            List<TradeLines> after = before.stream()
                    .map(line -> line.equals(first) ? new TradeLines(line.ticker(), line.ns(), "99.99") : line)
                    .toList();
            TradeLines.write(vendor(), Dataset.OPTION_TRADES, TradeLines.shuffled(after, 1));
            day.turnToEnd();
            for (int minute = 0; minute < LoadedDay.MINUTES; minute++) {
                int version = day.slot(first.instrument(), minute).version();
                assertTrue(minute == first.minute() ? version == 2 : version <= 2, "minute " + minute);
            }
            assertEquals(digest("fresh", PLENTY, PLENTY), day.digest());
        }
    }

    @Test
    void fillsClearedWindowsFromAFileThatMemoryHasNoRoomFor() throws Exception {
        TradeLines.write(vendor(), Dataset.OPTION_TRADES, TradeLines.random(12, CHAIN_ROWS, CHAINS));
        try (LoadedDay day = loaded("state", 3000, 5000)) {
            String expected = day.digest();
            for (int minute = 100; minute < 103; minute++) {
                day.clear("O:AAA", minute);
            }
            day.turnToEnd();
            assertEquals(expected, day.digest());
        }
    }

    private static long files(Path scratch) throws IOException {
        if (!Files.exists(scratch)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(scratch)) {
            return files.count();
        }
    }
}
