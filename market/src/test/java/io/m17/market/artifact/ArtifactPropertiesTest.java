package io.m17.market.artifact;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.m17.market.column.ColumnBatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeTry;

class ArtifactPropertiesTest {
    private Path directory = Path.of("");

    @BeforeTry
    void createDirectory() throws IOException {
        directory = Files.createTempDirectory("artifact");
    }

    @AfterTry
    void removeDirectory() throws IOException {
        try (var files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(directory);
    }

    @Property(tries = 100, seed = "17")
    void anyRangeOfAnyRowsComesBack(
            @ForAll long seed,
            @ForAll @IntRange(max = 200) int rows,
            @ForAll @DoubleRange(max = 1) double wildness,
            @ForAll @IntRange(max = 200) int a,
            @ForAll @IntRange(max = 200) int b) {
        ColumnBatch written = Samples.random(seed, rows, wildness);
        int from = Math.min(Math.min(a, b), rows);
        int to = Math.min(Math.max(a, b), rows);
        Path file = directory.resolve("rows.parquet");
        Samples.write(file, written, Samples.SMALL);
        try (ArtifactReader reader = ArtifactReader.open(file)) {
            assertEquals(rows, reader.rows());
            assertEquals(Samples.EVERY_TYPE, reader.schema());
            assertEquals(Samples.contentOf(written), Samples.contentOf(reader.read(0, rows)));
            ColumnBatch range = reader.read(from, to);
            assertEquals(to - from, range.size());
            assertEquals(Samples.contentOf(written, from, to), Samples.contentOf(range));
        }
    }

    @Property(tries = 50, seed = "17")
    void theSplitIntoBatchesDoesNotShowInTheFile(
            @ForAll long seed, @ForAll @IntRange(max = 200) int rows, @ForAll @IntRange(max = 200) int cut)
            throws IOException {
        ColumnBatch whole = Samples.random(seed, rows, 0.5);
        int at = Math.min(cut, rows);
        ColumnBatch second = new ColumnBatch(Samples.EVERY_TYPE);
        second.texts("text").append("a code that the first batch does not have");
        second.clear();
        second.appendFrom(whole, at, rows);
        Path one = directory.resolve("one.parquet");
        Samples.write(one, whole, Samples.SMALL);
        Path two = directory.resolve("two.parquet");
        try (ArtifactWriter writer = ArtifactWriter.create(two, Samples.EVERY_TYPE, Samples.SMALL)) {
            writer.append(whole, 0, at);
            writer.append(second);
            writer.finish();
        }
        assertArrayEquals(Files.readAllBytes(one), Files.readAllBytes(two));
    }

    @Property(tries = 50, seed = "17")
    void anyColumnsInAnyOrderComeBack(@ForAll long seed, @ForAll List<@IntRange(max = 11) Integer> positions) {
        ColumnBatch written = Samples.random(seed, 60, 0.5);
        List<Integer> distinct = positions.stream().distinct().toList();
        List<String> names = distinct.stream()
                .map(position -> Samples.EVERY_TYPE.columns().get(position).name())
                .toList();
        Path file = directory.resolve("columns.parquet");
        Samples.write(file, written, Samples.SMALL);
        try (ArtifactReader reader = ArtifactReader.open(file)) {
            ColumnBatch read = reader.read(names, 7, 55);
            for (int i = 0; i < names.size(); i++) {
                assertEquals(
                        Samples.EVERY_TYPE.columns().get(distinct.get(i)),
                        read.schema().columns().get(i));
                assertEquals(48, read.vector(i).size());
            }
            if (names.contains("id")) {
                assertEquals(written.ids("id").get(7), read.ids("id").get(0));
            }
        }
    }
}
