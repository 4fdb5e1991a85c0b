package io.m17.benchmarks.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParseBenchmarkTest {
    private static final String HEADER =
            "ticker,ask_exchange,ask_price,ask_size,bid_exchange,bid_price,bid_size,sequence_number,sip_timestamp\n";

    @TempDir
    Path directory;

    @Test
    void readsEveryRow() throws IOException {
        String text = HEADER + "A,1,2.5,1,1,2.4,3,1,1748871000000000000\nB,1,2.5,1,1,2.4,3,1,1748871000000000001\n";
        ParseBenchmark.Result result = ParseBenchmark.measure(file(text), 1);
        assertEquals(2, result.rows());
        assertEquals(text.length(), result.csvBytes());
    }

    @Test
    void refusesAFileWithARowThatIsNone() throws IOException {
        Path file = file(HEADER + "A,1,2.5,1,1,no price,3,1,1748871000000000000\n");
        assertThrows(IllegalStateException.class, () -> ParseBenchmark.measure(file, 1));
    }

    private Path file(String text) throws IOException {
        Path file = directory.resolve("quotes.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(text.getBytes(StandardCharsets.US_ASCII));
        }
        return file;
    }
}
