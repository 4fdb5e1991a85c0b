package io.m17.simulator;

import io.m17.simulator.pricing.ParCurve;
import io.m17.simulator.pricing.Tenor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Writes yearly par-yield files as home.treasury.gov has them: newest first, columns as of the year, blanks where
/// a tenor was not published.
final class TreasuryFiles {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("MM/dd/yyyy", Locale.ROOT);
    private static final int DAYS_BACK = 14;

    private final CurveHistory history;

    TreasuryFiles(CurveHistory history) {
        this.history = history;
    }

    /// Writes the whole year of the day, and the year before where the day's first curve may stand in it.
    List<Path> write(LocalDate date, Path folder) throws IOException {
        Files.createDirectories(folder);
        List<Path> paths = new ArrayList<>();
        for (int year = date.minusDays(DAYS_BACK).getYear(); year <= date.getYear(); year++) {
            Path path = folder.resolve("daily-treasury-rates-" + year + ".csv");
            writeOnce(path, text(year).getBytes(StandardCharsets.US_ASCII));
            paths.add(path);
        }
        return paths;
    }

    private static void writeOnce(Path path, byte[] content) throws IOException {
        if (Files.exists(path)) {
            if (!Arrays.equals(Files.readAllBytes(path), content)) {
                throw new FileAlreadyExistsException(path.toString(), null, "curves differ, choose another directory");
            }
            return;
        }
        Path temporary = path.resolveSibling(path.getFileName() + ".tmp");
        Files.write(temporary, content);
        Files.move(temporary, path, StandardCopyOption.ATOMIC_MOVE);
    }

    private String text(int year) {
        List<Tenor> columns = Arrays.stream(Tenor.values())
                .filter(tenor ->
                        tenor.publishedOn(LocalDate.of(year, 1, 2)) || tenor.publishedOn(LocalDate.of(year, 12, 31)))
                .toList();
        var text = new StringBuilder("Date");
        columns.forEach(tenor -> text.append(",\"").append(tenor.header()).append('"'));
        text.append('\n');
        for (ParCurve curve : history.ofYear(year).reversed()) {
            text.append(DATE.format(curve.date()));
            columns.forEach(tenor -> text.append(',').append(percent(curve, tenor)));
            text.append('\n');
        }
        return text.toString();
    }

    private static String percent(ParCurve curve, Tenor tenor) {
        Double yield = curve.yieldsPercent().get(tenor);
        return yield == null ? "" : String.format(Locale.ROOT, "%.2f", yield);
    }
}
