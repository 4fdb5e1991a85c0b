package io.m17.market.treasury;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.m17.market.flatfile.MalformedRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Reads the daily par yield curves that home.treasury.gov offers as CSV: a `Date` column (MM/DD/YYYY) and one column a
/// tenor, in percent. Which tenors there are varies with the year; what is no [Tenor] (`1.5 Month`, `4 Mo`) is ignored,
/// a blank or `N/A` is absent. A line that cannot be understood is counted and the first ten are kept.
public final class TreasuryCsv {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("MM/dd/uuuu").withResolverStyle(ResolverStyle.STRICT);
    private static final int KEPT_MALFORMED = 10;

    private final @Nullable Tenor[] columns;
    private final LocalTime publication;
    private final NavigableMap<LocalDate, ParYieldCurve> curves = new TreeMap<>();
    private final List<MalformedRow> firstMalformed = new ArrayList<>();
    private long malformed;

    private TreasuryCsv(@Nullable Tenor[] columns, LocalTime publication) {
        this.columns = columns;
        this.publication = publication;
    }

    /// Reads a file whose curves were published at [ParYieldCurve#USUAL_PUBLICATION] of their dates.
    public static TreasuryCsvReport read(Path file) {
        return read(file, ParYieldCurve.USUAL_PUBLICATION);
    }

    /// Reads a file whose curves were published at a time, New York, of their dates. A file that cannot be read or has
    /// another header is a [TreasuryFileException].
    public static TreasuryCsvReport read(Path file, LocalTime publication) {
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                .skipEmptyLines(false)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .detectBomHeader(true)
                .ofCsvRecord(file)) {
            Iterator<CsvRecord> lines = csv.iterator();
            if (!lines.hasNext()) {
                throw new TreasuryFileException(file, "the file of par yields is empty", "fetch it again", null);
            }
            List<String> names = lines.next().getFields();
            TreasuryCsv reader = new TreasuryCsv(columns(file, names), publication);
            lines.forEachRemaining(reader::accept);
            return reader.report(names);
        } catch (IOException | UncheckedIOException e) {
            throw new TreasuryFileException(
                    file,
                    "the file of par yields cannot be read (" + e.getMessage() + ")",
                    "check that it is there",
                    e);
        } catch (CsvParseException e) {
            throw new TreasuryFileException(
                    file, "the file of par yields is no CSV (" + e.getMessage() + ")", "fetch it again", e);
        }
    }

    private static @Nullable Tenor[] columns(Path file, List<String> names) {
        @Nullable Tenor[] columns = new Tenor[names.size()];
        for (int i = 1; i < columns.length; i++) {
            columns[i] = Tenor.ofLabel(names.get(i)).orElse(null);
        }
        long tenors = Arrays.stream(columns).filter(tenor -> tenor != null).count();
        long distinct =
                Arrays.stream(columns).filter(tenor -> tenor != null).distinct().count();
        if (!names.getFirst().strip().equalsIgnoreCase("Date") || tenors == 0 || tenors != distinct) {
            throw new TreasuryFileException(
                    file,
                    "the first line is not Date and tenors, each once, but " + names,
                    "check that it holds daily par yields",
                    null);
        }
        return columns;
    }

    private void accept(CsvRecord line) {
        try {
            ParYieldCurve curve = curve(line);
            if (curves.putIfAbsent(curve.date(), curve) != null) {
                throw new IllegalArgumentException("the date stands twice [date=" + curve.date() + "]");
            }
        } catch (IllegalArgumentException e) {
            malformed++;
            if (firstMalformed.size() < KEPT_MALFORMED) {
                firstMalformed.add(new MalformedRow(line.getStartingLineNumber(), String.valueOf(e.getMessage())));
            }
        }
    }

    private ParYieldCurve curve(CsvRecord line) {
        if (line.getFieldCount() != columns.length) {
            throw new IllegalArgumentException(
                    "wrong number of fields [expected=" + columns.length + ", found=" + line.getFieldCount() + "]");
        }
        int[] tenorBps = new int[Tenor.COUNT];
        Arrays.fill(tenorBps, ParYieldCurve.ABSENT);
        for (int i = 1; i < columns.length; i++) {
            Tenor tenor = columns[i];
            if (tenor != null) {
                tenorBps[tenor.index()] = bps(tenor, line.getField(i).strip());
            }
        }
        LocalDate date = date(line.getField(0).strip());
        return ParYieldCurve.publishedAt(date, tenorBps, publication);
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text, DATE);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("the date is not MM/DD/YYYY [value=" + text + "]", e);
        }
    }

    private static int bps(Tenor tenor, String percent) {
        if (percent.isEmpty() || percent.equals("N/A")) {
            return ParYieldCurve.ABSENT;
        }
        return PublishedYield.bps(tenor, percent);
    }

    private TreasuryCsvReport report(List<String> names) {
        List<String> ignored = new ArrayList<>();
        for (int i = 1; i < columns.length; i++) {
            if (columns[i] == null) {
                ignored.add(names.get(i));
            }
        }
        return new TreasuryCsvReport(List.copyOf(curves.values()), malformed, firstMalformed, ignored);
    }
}
