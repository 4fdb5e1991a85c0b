package io.m17.market.flatfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.m17.market.column.ContentChecksum;
import io.m17.market.flatfile.FlatFileException.Fault;
import io.m17.market.trade.TradeColumns;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Files of several blocks: lines across their borders, the two ways to decompress, and files that end too early.
@Timeout(60)
class LargeFileTest {
    private static final String HEADER =
            "ticker,conditions,correction,exchange,id,price,sequence_number,sip_timestamp,size\n";
    private static final int TICKERS = 5;
    private static final int ROWS_A_TICKER = 12_000;

    @TempDir
    Path directory;

    private final ExecutorService executor = Executors.newSingleThreadExecutor();

    @AfterEach
    void stopExecutor() throws InterruptedException {
        executor.shutdownNow();
        assertTrue(executor.awaitTermination(10, TimeUnit.SECONDS));
    }

    @Test
    void readsTheSameFromEveryKindOfFile() throws IOException {
        byte[] text = text();
        byte[] packed = GzipFiles.gzip(text);
        int half = text.length / 2 + 7;
        byte[] members = GzipFiles.concatenate(
                GzipFiles.gzip(Arrays.copyOf(text, half)), GzipFiles.gzip(Arrays.copyOfRange(text, half, text.length)));
        ReadOptions direct = ReadOptions.defaults();
        ReadOptions queued = direct.withInflater(executor);
        int expected = checksum(Files.write(directory.resolve("rows.csv"), text), direct);
        assertEquals(expected, checksum(Files.write(directory.resolve("rows.csv.gz"), packed), direct));
        assertEquals(expected, checksum(directory.resolve("rows.csv.gz"), queued));
        assertEquals(expected, checksum(directory.resolve("rows.csv"), queued));
        assertEquals(expected, checksum(Files.write(directory.resolve("members.csv.gz"), members), queued));
        byte[] windows = new String(text, StandardCharsets.US_ASCII)
                .replace("\n", "\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        assertEquals(expected, checksum(Files.write(directory.resolve("windows.csv"), windows), direct));
    }

    private static int checksum(Path file, ReadOptions options) {
        Recorder<TradeColumns> sink = new Recorder<>(TradeColumns.create(), name -> true);
        ScanReport report = TradeFileReader.read(file, sink, options);
        assertEquals((long) TICKERS * ROWS_A_TICKER, report.rows());
        assertEquals(0, report.malformed());
        assertEquals(2 * TICKERS, sink.events.size());
        return new ContentChecksum().of(sink.columns.rows(), 0, sink.columns.count());
    }

    @Test
    void tellsHowFarItIs() throws IOException {
        byte[] packed = GzipFiles.gzip(text());
        Path file = Files.write(directory.resolve("rows.csv.gz"), packed);
        List<Long> told = new ArrayList<>();
        Recorder<TradeColumns> sink = new Recorder<>(TradeColumns.create(), name -> true);
        ScanReport report =
                TradeFileReader.read(file, sink, ReadOptions.defaults().withProgress(told::add));
        assertTrue(told.size() >= 3, told.toString());
        assertEquals(told.stream().sorted().toList(), told);
        assertEquals(packed.length, told.getLast());
        assertEquals(packed.length, report.fileBytes());
        assertEquals(text().length, report.bytes());
    }

    @Test
    void deliversTheWholeRunsOfATruncatedFile() throws IOException {
        byte[] packed = GzipFiles.gzip(text());
        Path file = Files.write(directory.resolve("rows.csv.gz"), Arrays.copyOf(packed, packed.length * 7 / 10));
        for (ReadOptions options :
                List.of(ReadOptions.defaults(), ReadOptions.defaults().withInflater(executor))) {
            Recorder<TradeColumns> sink = new Recorder<>(TradeColumns.create(), name -> true);
            FlatFileException cut =
                    assertThrows(FlatFileException.class, () -> TradeFileReader.read(file, sink, options));
            assertEquals(Fault.TRUNCATED, cut.fault());
            assertEquals(file.toString(), cut.file());
            assertEquals("abandon", sink.events.getLast());
            assertEquals(List.of("begin T0", "end " + ROWS_A_TICKER), sink.events.subList(0, 2));
            assertFalse(sink.events.contains("begin T4"), sink.events.toString());
        }
    }

    @Test
    void abandonsNoRunThatTheSinkDidNotWant() throws IOException {
        byte[] packed = GzipFiles.gzip(text());
        Path file = Files.write(directory.resolve("rows.csv.gz"), Arrays.copyOf(packed, packed.length * 7 / 10));
        Recorder<TradeColumns> sink = new Recorder<>(TradeColumns.create(), "T0"::equals);
        assertThrows(FlatFileException.class, () -> TradeFileReader.read(file, sink, ReadOptions.defaults()));
        assertFalse(sink.events.contains("abandon"), sink.events.toString());
    }

    @Test
    void doesTheWorkItselfWhenTheExecutorNeverComesToIt() throws IOException, InterruptedException {
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch busy = new CountDownLatch(1);
        executor.execute(() -> {
            busy.countDown();
            awaitQuietly(release);
        });
        busy.await();
        Path file = Files.write(directory.resolve("rows.csv.gz"), GzipFiles.gzip(text()));
        checksum(file, ReadOptions.defaults().withInflater(executor));
        release.countDown();
    }

    @Test
    void stopsTheExecutorWhenTheSinkFails() throws IOException {
        Path file = Files.write(directory.resolve("rows.csv.gz"), GzipFiles.gzip(text()));
        RowSink<TradeColumns> failing = new RowSink<>() {
            @Override
            public TradeColumns begin(byte[] ticker, int offset, int length) {
                throw new IllegalStateException("no");
            }

            @Override
            public void end(long rows) {}

            @Override
            public void abandon() {}
        };
        ReadOptions options = ReadOptions.defaults().withInflater(executor);
        assertThrows(IllegalStateException.class, () -> TradeFileReader.read(file, failing, options));
        checksum(file, options);
    }

    @Test
    void refusesLinesThatAreTooLong() throws IOException {
        String row = ",,0,4,1,10.5,1,1678715620948000000,1\n";
        String endless = "x".repeat(3 << 20);
        for (String text : List.of("A" + row + endless + "\nA" + row, "A" + row + "A" + row + endless)) {
            Recorder<TradeColumns> sink = new Recorder<>(TradeColumns.create(), name -> true);
            Path file = Files.writeString(directory.resolve("rows.csv"), HEADER + text);
            ScanReport report = TradeFileReader.read(file, sink, ReadOptions.defaults());
            assertEquals(2, report.rows());
            assertEquals(1, report.malformed());
            assertTrue(
                    report.firstMalformed().getFirst().reason().contains("longer than 65536 bytes"),
                    report.firstMalformed().toString());
        }
    }

    @Test
    void refusesAHeaderThatDoesNotEnd() throws IOException {
        Path file = Files.writeString(directory.resolve("rows.csv"), "x".repeat(3 << 20));
        Recorder<TradeColumns> sink = new Recorder<>(TradeColumns.create(), name -> true);
        FlatFileException wrong =
                assertThrows(FlatFileException.class, () -> TradeFileReader.read(file, sink, ReadOptions.defaults()));
        assertEquals(Fault.WRONG_HEADER, wrong.fault());
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static byte[] text() {
        SplittableRandom random = new SplittableRandom(17);
        StringBuilder text = new StringBuilder(HEADER);
        for (int ticker = 0; ticker < TICKERS; ticker++) {
            for (int row = 0; row < ROWS_A_TICKER; row++) {
                String conditions = random.nextInt(3) == 0 ? "\"14,37\"" : "";
                text.append("T%d,%s,0,%d,%d,%d.%d,%d,%d,%d\n"
                        .formatted(
                                ticker,
                                conditions,
                                random.nextInt(20),
                                random.nextLong(1L << 50),
                                1 + random.nextInt(500),
                                random.nextInt(10_000),
                                row,
                                1678715620948000000L + row,
                                random.nextInt(1_000)));
            }
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
