package io.m17.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvGzipTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void writesEveryKindOfField() throws IOException {
        Path path = folder.resolve("a/b.csv.gz");
        SimulatedFile file;
        try (CsvGzip csv = CsvGzip.create(path, "h")) {
            csv.text("NA").list("").list("12").list("12,37").number(0).number(Long.MAX_VALUE);
            csv.decimal(0)
                    .decimal(114_100_000)
                    .decimal(7_300)
                    .decimal(29_000_000)
                    .decimal(1);
            csv.sixDigits(114_790_000).sixDigits(0).endRow();
            file = csv.commit();
        }
        String expected = "h\nNA,,12,\"12,37\",0,9223372036854775807,0,114.1,0.0073,29,0.000001,114.790000,0.000000\n";
        assertEquals(expected, read(path));
        assertEquals(new SimulatedFile(path, 1, expected.length()), file);
    }

    @Test
    void writesMoreThanOneBuffer() throws IOException {
        Path path = folder.resolve("large.csv.gz");
        var expected = new StringBuilder("n\n");
        try (CsvGzip csv = CsvGzip.create(path, "n")) {
            for (int i = 0; i < 50_000; i++) {
                csv.number(i).endRow();
                expected.append(i).append('\n');
            }
            csv.commit();
        }
        assertEquals(expected.toString(), read(path));
    }

    @Test
    void leavesNothingWithoutCommit() throws IOException {
        try (CsvGzip csv = CsvGzip.create(folder.resolve("x.csv.gz"), "n")) {
            csv.number(1).endRow();
        }
        try (var files = Files.list(folder)) {
            assertEquals(0, files.count());
        }
    }

    @Test
    void refusesNegativeNumbers() throws IOException {
        try (CsvGzip csv = CsvGzip.create(folder.resolve("x.csv.gz"), "n")) {
            assertThrows(IllegalArgumentException.class, () -> csv.number(-1));
        }
    }

    private static String read(Path path) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(path))) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        }
    }
}
