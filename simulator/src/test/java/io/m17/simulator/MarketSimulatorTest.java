package io.m17.simulator;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarketSimulatorTest {
    private static final SimulationConfig SMALL = SimulationConfig.small();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void writesTheSameBytesForTheSameSeed() throws IOException {
        MarketSimulator.write(SMALL, folder.resolve("a"), SimulationProgress.NONE);
        MarketSimulator.write(SMALL, folder.resolve("b"), SimulationProgress.NONE);
        MarketSimulator.write(SMALL.withSeed(8), folder.resolve("c"), SimulationProgress.NONE);
        List<Path> files = files(folder.resolve("a"));
        assertEquals(8, files.size());
        assertEquals(files, files(folder.resolve("b")));
        for (Path file : files) {
            byte[] bytes = Files.readAllBytes(folder.resolve("a").resolve(file));
            assertArrayEquals(bytes, Files.readAllBytes(folder.resolve("b").resolve(file)), file.toString());
            byte[] other = Files.readAllBytes(folder.resolve("c").resolve(file));
            assertFalse(Arrays.equals(bytes, other), file.toString());
        }
    }

    @Test
    void putsFilesWhereTheVendorDoes() throws IOException {
        SimulatedDay day = MarketSimulator.write(SMALL, folder, SimulationProgress.NONE);
        Path expected = folder.resolve("us_options_opra/quotes_v1/2025/06/2025-06-02.csv.gz");
        assertEquals(expected, day.file(Dataset.OPTION_QUOTES).path());
        assertTrue(Files.exists(expected));
        assertEquals(List.of(folder.resolve("treasury/daily-treasury-rates-2025.csv")), day.treasury());
        assertEquals(folder.resolve("truth/2025-06-02/truth.json"), day.truth());
    }

    @Test
    void comesCloseToTheRowsAskedFor() throws IOException {
        SimulatedDay day = MarketSimulator.write(SMALL, folder, SimulationProgress.NONE);
        assertEquals(1, rows(day, Dataset.STOCK_TRADES) / SMALL.stockTrades(), 0.05);
        assertEquals(1, rows(day, Dataset.STOCK_QUOTES) / SMALL.stockQuotes(), 0.05);
        assertEquals(1, rows(day, Dataset.OPTION_TRADES) / SMALL.optionTrades(), 0.1);
        assertEquals(1, rows(day, Dataset.OPTION_QUOTES) / SMALL.optionQuotes(), 0.05);
    }

    @Test
    void replacesNothing() throws IOException {
        MarketSimulator.write(SMALL, folder, SimulationProgress.NONE);
        List<Path> before = files(folder);
        assertThrows(
                FileAlreadyExistsException.class, () -> MarketSimulator.write(SMALL, folder, SimulationProgress.NONE));
        assertEquals(before, files(folder));
    }

    @Test
    void letsSeveralDaysOfOneSeedShareADirectory() throws IOException {
        MarketSimulator.write(SMALL, folder, SimulationProgress.NONE);
        LocalDate next = LocalDate.of(2025, 6, 3);
        SimulatedDay day = MarketSimulator.write(SMALL.withDate(next), folder, SimulationProgress.NONE);
        assertTrue(Files.exists(day.truth()));
        assertEquals(15, files(folder).size());
    }

    @Test
    void writesNoOptionFilesWithoutChains() throws IOException {
        SimulatedDay day = MarketSimulator.write(SMALL.withInstruments(4, 0), folder, SimulationProgress.NONE);
        assertEquals(2, day.files().size());
        assertFalse(Files.exists(folder.resolve("us_options_opra")));
    }

    @Test
    void tellsEveryInstrumentInFileOrder() throws IOException {
        List<String> told = new ArrayList<>();
        MarketSimulator.write(SMALL, folder, (symbol, done, total) -> told.add(symbol + " " + done + "/" + total));
        assertEquals(List.of("AAPL 1/5", "AMD 2/5", "SPY 3/5", "O:SPY 4/5", "nan 5/5"), told);
    }

    @Test
    void leavesNoFileBehindWhenInterrupted() throws IOException {
        SimulationProgress failing = (symbol, done, total) -> {
            throw new UncheckedIOException(new IOException("disk full"));
        };
        assertThrows(UncheckedIOException.class, () -> MarketSimulator.write(SMALL, folder, failing));
        assertEquals(List.of(), files(folder));
    }

    private static double rows(SimulatedDay day, Dataset dataset) {
        return (double) day.file(dataset).rows();
    }

    private static List<Path> files(Path root) throws IOException {
        try (var paths = Files.walk(root)) {
            return paths.filter(Files::isRegularFile)
                    .map(root::relativize)
                    .sorted()
                    .toList();
        }
    }
}
