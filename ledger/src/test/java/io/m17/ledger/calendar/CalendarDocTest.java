package io.m17.ledger.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Holds `docs/format/calendar.md` against the tables that it describes.
class CalendarDocTest {
    private static final CalendarTables TABLES = CalendarTables.nyse();

    @Test
    void listsEveryClosure() throws IOException {
        List<String> closures = TABLES.closures().stream()
                .map(closure -> closure.date() + " " + closure.note().reason())
                .toList();
        assertEquals(
                closures,
                rows("## Closures").stream()
                        .map(cells -> String.join(" ", cells))
                        .toList());
    }

    @Test
    void listsEveryEarlyClose() throws IOException {
        List<List<String>> rows = rows("## Early closes");
        assertEquals(TABLES.earlyCloses().size(), rows.size());
        for (int i = 0; i < rows.size(); i++) {
            EarlyClose rule = TABLES.earlyCloses().get(i);
            assertTrue(rows.get(i).get(0).startsWith(rule.note().reason()), rows.get(i)::toString);
            assertEquals(rule.years(), YearRange.parse(rows.get(i).get(1)));
            assertEquals(rule.close().toString(), rows.get(i).get(2));
        }
    }

    @Test
    void listsInterruptionsOnFullSessionsOnly() throws IOException {
        List<List<String>> rows = rows("## Interruptions that do not shape a session");
        assertTrue(rows.size() > 20, "interruptions found: " + rows.size());
        for (List<String> row : rows) {
            LocalDate date = LocalDate.parse(row.getFirst());
            TradingSession session = ExchangeCalendar.nyse().session(date).orElseThrow();
            assertEquals(WindowSpace.MINUTES_PER_SESSION, session.minutes(), row::toString);
        }
    }

    /// The cells of the first Markdown table below a heading.
    private static List<List<String>> rows(String heading) throws IOException {
        Path doc = Path.of(System.getProperty("m17.root"), "docs", "format", "calendar.md");
        return Files.readAllLines(doc).stream()
                .dropWhile(line -> !line.equals(heading))
                .dropWhile(line -> !line.startsWith("| ---"))
                .skip(1)
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> Arrays.stream(line.substring(1, line.length() - 1).split("\\|", -1))
                        .map(String::strip)
                        .toList())
                .toList();
    }
}
