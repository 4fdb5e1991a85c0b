package io.m17.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TreasuryFilesTest {
    private static final CurveHistory HISTORY = new CurveHistory(17);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void writesTheColumnsOfTheYearNewestFirst() throws IOException {
        List<Path> paths = new TreasuryFiles(HISTORY).write(LocalDate.of(2025, 6, 2), folder);
        List<String> lines = Files.readAllLines(paths.getFirst());
        assertEquals(
                "Date,\"1 Mo\",\"1.5 Month\",\"2 Mo\",\"3 Mo\",\"4 Mo\",\"6 Mo\",\"1 Yr\",\"2 Yr\",\"3 Yr\",\"5 Yr\","
                        + "\"7 Yr\",\"10 Yr\",\"20 Yr\",\"30 Yr\"",
                lines.getFirst());
        assertTrue(lines.get(1).startsWith("12/31/2025,"));
        String[] january = lines.getLast().split(",", -1);
        assertEquals("01/02/2025", january[0]);
        assertEquals("", january[2]);
        assertTrue(january[1].matches("\\d\\.\\d\\d"), january[1]);
    }

    @Test
    void addsTheYearBeforeInJanuary() throws IOException {
        List<Path> paths = new TreasuryFiles(HISTORY).write(LocalDate.of(2026, 1, 2), folder);
        assertEquals(2, paths.size());
        assertEquals(
                LocalDate.of(2025, 12, 31),
                HISTORY.before(LocalDate.of(2026, 1, 2)).date());
    }

    @Test
    void keepsAnEqualFileAndRefusesAnother() throws IOException {
        LocalDate day = LocalDate.of(2025, 6, 2);
        new TreasuryFiles(HISTORY).write(day, folder);
        new TreasuryFiles(HISTORY).write(day.plusDays(30), folder);
        TreasuryFiles other = new TreasuryFiles(new CurveHistory(18));
        assertThrows(FileAlreadyExistsException.class, () -> other.write(day, folder));
    }

    @Test
    void changesTheCurveInForceAtHalfPastThree() {
        TradingHours hours = TradingHours.of(LocalDate.of(2025, 6, 2), LocalTime.of(16, 0));
        DayCurves curves = DayCurves.of(HISTORY, hours);
        assertEquals(
                LocalDate.of(2025, 5, 30),
                curves.inForce(hours.minuteStartNs(360) - 1).date());
        assertEquals(
                LocalDate.of(2025, 6, 2),
                curves.inForce(hours.minuteStartNs(360)).date());
    }

    @Test
    void publishesOnNoWeekend() {
        assertFalse(CurveHistory.publishes(LocalDate.of(2025, 5, 31)));
        assertFalse(CurveHistory.publishes(LocalDate.of(2025, 1, 1)));
        assertTrue(CurveHistory.publishes(LocalDate.of(2025, 6, 2)));
    }
}
