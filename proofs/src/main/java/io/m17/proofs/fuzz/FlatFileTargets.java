package io.m17.proofs.fuzz;

import io.m17.market.artifact.ArtifactException;
import io.m17.market.artifact.ArtifactReader;
import io.m17.market.artifact.ArtifactWriter;
import io.m17.market.flatfile.FlatFileException;
import io.m17.market.flatfile.QuoteFileReader;
import io.m17.market.flatfile.ReadOptions;
import io.m17.market.flatfile.RowSink;
import io.m17.market.flatfile.ScanReport;
import io.m17.market.flatfile.TradeFileReader;
import io.m17.market.quote.QuoteColumns;
import io.m17.market.trade.TradeBounds;
import io.m17.market.trade.TradeColumns;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/// The vendor's files of trades and quotes, plain and compressed, and m17's own Parquet.
final class FlatFileTargets {
    private static final Set<Class<? extends Exception>> FLAT = Set.of(FlatFileException.class);

    private final Path directory;

    FlatFileTargets(Path directory) {
        this.directory = directory;
    }

    List<Target> all() throws IOException {
        List<byte[]> trades = Corpus.trades();
        List<byte[]> quotes = Corpus.quotes();
        List<byte[]> gzip = new ArrayList<>();
        for (byte[] csv : trades) {
            gzip.add(compressed(csv));
        }
        return List.of(
                new Target("trade-rows", FLAT, trades, this::trades),
                new Target("quote-rows", FLAT, quotes, this::quotes),
                new Target("gzip", FLAT, gzip, input -> readTrades(written("fuzz.csv.gz", input))),
                new Target(
                        "parquet",
                        Set.of(ArtifactException.class),
                        List.of(parquet(trades.getFirst())),
                        this::artifact));
    }

    private Path written(String name, byte[] input) throws IOException {
        return Files.write(directory.resolve(name), input);
    }

    private static byte[] compressed(byte[] csv) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(csv);
        }
        return bytes.toByteArray();
    }

    /// Every line behind the header is accounted for, and the compressed file says the same.
    private void trades(byte[] input) throws IOException {
        TradeColumns columns = TradeColumns.create();
        ScanReport plain = TradeFileReader.read(written("fuzz.csv", input), trades(columns), ReadOptions.defaults());
        account(input, plain, columns.count());
        ScanReport packed = readTrades(written("fuzz.csv.gz", compressed(input)));
        Target.require(
                plain.rows() == packed.rows() && plain.malformed() == packed.malformed(),
                "the compressed file has other rows");
        for (int row = 0; row < columns.count(); row++) {
            boolean sound = TradeBounds.DEFAULT.admits(columns.price.get(row), columns.size.get(row));
            Target.require(sound != columns.isFlagged(row), "a row has the wrong flag");
            Target.require(columns.sipTimestamp.get(row) > 0, "a row has an impossible time");
        }
    }

    private void quotes(byte[] input) throws IOException {
        QuoteColumns columns = QuoteColumns.create();
        ScanReport report = QuoteFileReader.read(
                written("fuzz.csv", input),
                new RowSink<QuoteColumns>() {
                    @Override
                    public @Nullable QuoteColumns begin(byte[] ticker, int offset, int length) {
                        return columns;
                    }

                    @Override
                    public void end(long rows) {
                        Target.require(rows >= 0, "a run of less than no rows");
                    }

                    @Override
                    public void abandon() {
                        Target.require(columns.count() >= 0, "a batch of less than no rows");
                    }
                },
                ReadOptions.defaults());
        account(input, report, columns.count());
    }

    private static ScanReport readTrades(Path file) {
        return TradeFileReader.read(file, trades(TradeColumns.create()), ReadOptions.defaults());
    }

    private static RowSink<TradeColumns> trades(TradeColumns columns) {
        return new RowSink<>() {
            @Override
            public @Nullable TradeColumns begin(byte[] ticker, int offset, int length) {
                return columns;
            }

            @Override
            public void end(long rows) {
                Target.require(rows >= 0, "a run of less than no rows");
            }

            @Override
            public void abandon() {
                Target.require(columns.count() >= 0, "a batch of less than no rows");
            }
        };
    }

    private static void account(byte[] input, ScanReport report, int delivered) {
        long newlines = 0;
        for (byte value : input) {
            newlines += value == '\n' ? 1 : 0;
        }
        boolean open = input.length > 0 && input[input.length - 1] != '\n';
        long lines = newlines + (open ? 1 : 0) - 1;
        long counted = report.rows() + report.skipped() + report.malformed();
        Target.require(report.rows() == delivered, "other rows are delivered than reported");
        Target.require(counted == lines, "lines are lost [lines=" + lines + ", counted=" + counted + "]");
    }

    private byte[] parquet(byte[] csv) throws IOException {
        TradeColumns columns = TradeColumns.create();
        TradeFileReader.read(written("seed.csv", csv), trades(columns), ReadOptions.defaults());
        Path file = directory.resolve("seed.parquet");
        Files.deleteIfExists(file);
        try (ArtifactWriter writer = ArtifactWriter.create(file, TradeColumns.SCHEMA)) {
            writer.append(columns.rows());
            writer.finish();
        }
        return Files.readAllBytes(file);
    }

    private void artifact(byte[] input) throws IOException {
        Path file = written("fuzz.parquet", input);
        try (ArtifactReader reader = ArtifactReader.open(file)) {
            reader.read(0, Math.min(reader.rows(), 100_000));
        }
    }
}
