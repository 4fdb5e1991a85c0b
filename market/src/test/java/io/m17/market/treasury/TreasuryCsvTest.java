package io.m17.market.treasury;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.m17.market.flatfile.MalformedRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TreasuryCsvTest {
    private static final String HEADER =
            "Date,\"1 Mo\",\"1.5 Month\",\"2 Mo\",\"3 Mo\",\"4 Mo\",\"6 Mo\",\"1 Yr\",\"2 Yr\",\"3 Yr\",\"5 Yr\",\"7 Yr\",\"10 Yr\",\"20 Yr\",\"30 Yr\"\n";

    @TempDir
    Path directory;

    @Test
    void readsEveryTenorInItsPlace() throws IOException {
        TreasuryCsvReport report =
                read(HEADER + "06/02/2025,4.36,4.37,4.39,4.42,4.40,4.36,4.13,3.94,3.87,4.01,4.22,4.46,4.99,4.99\n");
        ParYieldCurve curve = report.curves().getFirst();
        assertEquals(LocalDate.of(2025, 6, 2), curve.date());
        assertEquals(List.of("1.5 Month", "4 Mo"), report.ignoredColumns());
        assertEquals(0, report.malformed());
        int[] expected = {436, 439, 442, 436, 413, 394, 387, 401, 422, 446, 499, 499};
        assertEquals(new ParYieldCurve(curve.date(), expected, curve.publishedNs()), curve);
        assertEquals(387, curve.bps(Tenor.YEAR_3));
    }

    @Test
    void publishesAtHalfPastThreeInNewYork() throws IOException {
        TreasuryCsvReport report = read("Date,\"1 Mo\"\n07/01/2013,0.02\n01/02/2014,0.01\n");
        assertEquals(ns("2013-07-01T19:30:00Z"), report.curves().get(0).publishedNs());
        assertEquals(ns("2014-01-02T20:30:00Z"), report.curves().get(1).publishedNs());
        Path file = write("Date,\"1 Mo\"\n07/01/2013,0.02\n");
        assertEquals(
                ns("2013-07-01T22:00:00Z"),
                TreasuryCsv.read(file, LocalTime.of(18, 0)).curves().getFirst().publishedNs());
    }

    @Test
    void marksBlanksAbsentAndOrdersByDate() throws IOException {
        TreasuryCsvReport report =
                read("Date,\"1 Mo\",\"2 Mo\",\"30 Yr\"\n12/31/2013,0.01,,N/A\n12/30/2013,-0.02,0.10,3.9\n");
        assertEquals(
                List.of(LocalDate.of(2013, 12, 30), LocalDate.of(2013, 12, 31)),
                report.curves().stream().map(ParYieldCurve::date).toList());
        ParYieldCurve last = report.curves().getLast();
        assertEquals(1, last.bps(Tenor.MONTH_1));
        assertEquals(ParYieldCurve.ABSENT, last.bps(Tenor.MONTH_2));
        assertEquals(ParYieldCurve.ABSENT, last.bps(Tenor.YEAR_30));
        assertEquals(-2, report.curves().getFirst().bps(Tenor.MONTH_1));
        assertEquals(390, report.curves().getFirst().bps(Tenor.YEAR_30));
    }

    @Test
    void countsMalformedLinesAndKeepsTheOthers() throws IOException {
        TreasuryCsvReport report = read("""
                Date,"1 Mo","2 Mo"
                12/31/2013,0.01,0.02
                2013-12-30,0.01,0.02
                02/30/2013,0.01,0.02
                12/27/2013,0.01
                12/26/2013,abc,0.02
                12/25/2013,,
                12/24/2013,0.012,0.02
                12/31/2013,0.03,0.04
                12/23/2013,0.010,0.02
                """);
        assertEquals(2, report.curves().size());
        assertEquals(7, report.malformed());
        assertEquals(
                List.of(
                        new MalformedRow(3, "the date is not MM/DD/YYYY [value=2013-12-30]"),
                        new MalformedRow(4, "the date is not MM/DD/YYYY [value=02/30/2013]"),
                        new MalformedRow(5, "wrong number of fields [expected=3, found=2]"),
                        new MalformedRow(6, "1 Mo is not a percentage of at most two decimals [value=abc]"),
                        new MalformedRow(7, "a curve has at least one yield [date=2013-12-25]"),
                        new MalformedRow(8, "1 Mo is not a percentage of at most two decimals [value=0.012]"),
                        new MalformedRow(9, "the date stands twice [date=2013-12-31]")),
                report.firstMalformed());
        assertEquals(1, report.curves().getLast().bps(Tenor.MONTH_1));
    }

    @Test
    void passesOverYieldsBeyondAHundredPercentAndYearsOfNoCurve() throws IOException {
        TreasuryCsvReport report = read("Date,\"1 Mo\"\n12/31/2013,100.01\n12/30/2013,-100.00\n12/29/1899,0.01\n");
        assertEquals(1, report.curves().size());
        assertEquals(-10_000, report.curves().getFirst().bps(Tenor.MONTH_1));
        assertEquals(
                List.of(
                        new MalformedRow(2, "1 Mo is beyond 100 percent [value=100.01]"),
                        new MalformedRow(4, "a curve is of the years 1900 to 2200 [date=1899-12-29]")),
                report.firstMalformed());
    }

    @Test
    void refusesFilesThatAreNone() throws IOException {
        assertThrows(TreasuryFileException.class, () -> TreasuryCsv.read(directory.resolve("absent.csv")));
        assertThrows(TreasuryFileException.class, () -> read(""));
        assertThrows(TreasuryFileException.class, () -> read("Day,\"1 Mo\"\n"));
        assertThrows(TreasuryFileException.class, () -> read("Date,\"4 Mo\"\n"));
        Exception twice = assertThrows(TreasuryFileException.class, () -> read("Date,\"1 Mo\",\"1 Month\"\n"));
        assertTrue(String.valueOf(twice.getMessage()).contains("[file="), twice.getMessage());
    }

    @Test
    void readsTheYearsOfTheTreasury() {
        Path treasury = Path.of(System.getProperty("m17.root", "."), "..", "shared", "data", "treasury");
        for (int year : new int[] {2013, 2014}) {
            Path file = treasury.resolve("daily-treasury-rates-" + year + ".csv");
            Assumptions.assumeTrue(Files.exists(file));
            TreasuryCsvReport report = TreasuryCsv.read(file);
            assertEquals(250, report.curves().size());
            assertEquals(0, report.malformed(), report.firstMalformed().toString());
            assertEquals(List.of(), report.ignoredColumns());
            assertEquals(year, report.curves().getFirst().date().getYear());
            assertEquals(ParYieldCurve.ABSENT, report.curves().getFirst().bps(Tenor.MONTH_2));
        }
        ParYieldCurve last = TreasuryCsv.read(treasury.resolve("daily-treasury-rates-2013.csv"))
                .curves()
                .getLast();
        int absent = ParYieldCurve.ABSENT;
        int[] expected = {1, absent, 7, 10, 13, 38, 78, 175, 245, 304, 372, 396};
        assertEquals(new ParYieldCurve(LocalDate.of(2013, 12, 31), expected, ns("2013-12-31T20:30:00Z")), last);
    }

    private TreasuryCsvReport read(String content) throws IOException {
        return TreasuryCsv.read(write(content));
    }

    private Path write(String content) throws IOException {
        return Files.writeString(directory.resolve("rates.csv"), content);
    }

    private static long ns(String instant) {
        return Instant.parse(instant).getEpochSecond() * 1_000_000_000L;
    }
}
