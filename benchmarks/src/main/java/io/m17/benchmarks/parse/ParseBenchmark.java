package io.m17.benchmarks.parse;

import io.m17.benchmarks.Median;
import io.m17.market.flatfile.QuoteFileReader;
import io.m17.market.flatfile.ReadOptions;
import io.m17.market.flatfile.RowSink;
import io.m17.market.flatfile.ScanReport;
import io.m17.market.quote.QuoteColumns;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;

/// Reads a flat file of quotes into typed columns, inflating on a second thread, beside inflating it alone with the
/// JDK's stream on one. Both check the gzip checksum; both are warm, in turns, the file in the page cache.
public final class ParseBenchmark {
    private static final int WARMUPS = 2;
    private static final int BUFFER_BYTES = 1 << 18;
    private static final double NS_PER_MS = 1e6;

    /// What was measured, medians in milliseconds.
    ///
    /// @param rows that were read
    /// @param csvBytes length of the text
    public record Result(double parseMs, double inflateMs, long rows, long csvBytes) {
        /// How many times the time of inflating parsing takes.
        public double times() {
            return parseMs / inflateMs;
        }
    }

    /// Takes every row into the same columns, which an instrument begins anew.
    private static final class Columns implements RowSink<QuoteColumns> {
        private final QuoteColumns columns = QuoteColumns.create();

        @Override
        public QuoteColumns begin(byte[] ticker, int offset, int length) {
            columns.clear();
            return columns;
        }

        @Override
        public void end(long rows) {
            // The columns are begun anew with the next instrument.
        }

        @Override
        public void abandon() {
            // An exception follows.
        }
    }

    private ParseBenchmark() {}

    /// @param quotes a flat file, gzip
    /// @param runs that count
    public static Result measure(Path quotes, int runs) throws IOException {
        Median parseMs = new Median();
        Median inflateMs = new Median();
        long rows = 0;
        long csvBytes = 0;
        try (ExecutorService inflater = Executors.newSingleThreadExecutor()) {
            ReadOptions options = ReadOptions.defaults().withInflater(inflater);
            for (int run = -WARMUPS; run < runs; run++) {
                long beginNs = System.nanoTime();
                ScanReport report = QuoteFileReader.read(quotes, new Columns(), options);
                long parsedNs = System.nanoTime();
                csvBytes = inflate(quotes);
                long endNs = System.nanoTime();
                check(report, csvBytes, quotes);
                rows = report.rows();
                if (run >= 0) {
                    parseMs.add((parsedNs - beginNs) / NS_PER_MS);
                    inflateMs.add((endNs - parsedNs) / NS_PER_MS);
                }
            }
        }
        return new Result(parseMs.value(), inflateMs.value(), rows, csvBytes);
    }

    private static long inflate(Path file) throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        long bytes = 0;
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file), BUFFER_BYTES)) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                bytes += count;
            }
        }
        return bytes;
    }

    private static void check(ScanReport report, long csvBytes, Path file) {
        if (report.malformed() > 0 || report.bytes() != csvBytes) {
            throw new IllegalStateException("the file was not read whole [file=" + file + ", malformed="
                    + report.malformed() + ", bytes=" + report.bytes() + ", inflated=" + csvBytes + "]");
        }
    }
}
