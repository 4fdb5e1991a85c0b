package io.m17.benchmarks.day;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.m17.market.flatfile.Dataset;
import io.m17.market.flatfile.QuoteFileReader;
import io.m17.market.flatfile.ReadOptions;
import io.m17.market.flatfile.RowSink;
import io.m17.market.flatfile.ScanReport;
import io.m17.market.quote.QuoteColumns;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OptionQuoteFileTest {
    private static final LocalDate DATE = LocalDate.of(2025, 6, 2);
    private static final long ROWS = 100_000;

    @TempDir
    Path directory;

    /// All rows in the order of the file, and the tickers of its runs.
    private static final class Rows implements RowSink<QuoteColumns> {
        private final QuoteColumns columns = QuoteColumns.create();
        private final List<String> runs = new ArrayList<>();

        @Override
        public QuoteColumns begin(byte[] ticker, int offset, int length) {
            runs.add(new String(ticker, offset, length, StandardCharsets.US_ASCII));
            return columns;
        }

        @Override
        public void end(long rows) {}

        @Override
        public void abandon() {}
    }

    @Test
    void sortsByTickerAndThenByTime() throws IOException {
        Rows rows = write(OptionQuoteFile.Order.SORTED);
        assertEquals(rows.runs.stream().sorted().distinct().toList(), rows.runs);
        for (int row = 1; row < rows.columns.count(); row++) {
            boolean sameTicker = rows.columns.ticker.code(row) == rows.columns.ticker.code(row - 1);
            assertTrue(!sameTicker || time(rows, row) >= time(rows, row - 1), "row " + row);
        }
    }

    @Test
    void scattersContractsInOrderOfTime() throws IOException {
        Rows rows = write(OptionQuoteFile.Order.SCATTERED);
        for (int row = 1; row < rows.columns.count(); row++) {
            assertTrue(time(rows, row) >= time(rows, row - 1), "row " + row);
        }
        assertTrue(rows.runs.size() > 90 * ROWS / 100);
        assertTrue(new HashSet<>(rows.runs).size() > 30_000);
    }

    @Test
    void quotesAreNotCrossed() throws IOException {
        Rows rows = write(OptionQuoteFile.Order.SORTED);
        for (int row = 0; row < rows.columns.count(); row++) {
            assertTrue(rows.columns.bidPrice.get(row) < rows.columns.askPrice.get(row), "row " + row);
        }
    }

    private static long time(Rows rows, int row) {
        return rows.columns.sipTimestamp.get(row);
    }

    private Rows write(OptionQuoteFile.Order order) throws IOException {
        VendorDay day = new VendorDay(directory, DATE);
        OptionQuoteFile.write(day, ROWS, order);
        Rows rows = new Rows();
        ScanReport report = QuoteFileReader.read(day.file(Dataset.OPTION_QUOTES), rows, ReadOptions.defaults());
        assertEquals(ROWS, report.rows());
        assertEquals(List.of(), report.firstMalformed());
        return rows;
    }
}
