package io.m17.publication.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.m17.market.artifact.ArtifactOptions;
import io.m17.market.artifact.ArtifactReader;
import io.m17.market.artifact.ArtifactWriter;
import io.m17.market.column.Column;
import io.m17.market.column.ColumnBatch;
import io.m17.market.column.ColumnType;
import io.m17.market.column.LongVector;
import io.m17.market.column.Schema;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Runs in which row `r` of run `n` is `1000 n + r`, read in parts of any length.
final class RunPagesTest {
    private static final Schema SCHEMA = Schema.of("numbers", Column.of("number", ColumnType.LONG));
    private static final int PAGE_ROWS = 16;
    private static final int RUNS = 5;
    private static final int ROWS = 100;

    @TempDir
    private Path directory;

    private List<ArtifactReader> runs = List.of();

    @BeforeEach
    void write() {
        runs = IntStream.range(0, RUNS).mapToObj(this::run).toList();
    }

    private ArtifactReader run(int number) {
        Path file = directory.resolve("run-" + number);
        ColumnBatch rows = new ColumnBatch(SCHEMA);
        for (int row = 0; row < ROWS; row++) {
            rows.longs("number").append(1000L * number + row);
        }
        ArtifactOptions options = new ArtifactOptions(1, PAGE_ROWS, PAGE_ROWS);
        try (ArtifactWriter writer = ArtifactWriter.create(file, SCHEMA, options)) {
            writer.append(rows);
            writer.finish();
        }
        return ArtifactReader.open(file, SCHEMA);
    }

    @AfterEach
    void close() {
        runs.forEach(ArtifactReader::close);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2 * PAGE_ROWS, RUNS * PAGE_ROWS, 1 << 20})
    void givesTheRowsThatWereWrittenHoweverFewPagesItHolds(int mostRows) {
        RunPages pages = new RunPages(PAGE_ROWS, mostRows);
        Random random = new Random(mostRows);
        for (int part = 0; part < 500; part++) {
            int run = random.nextInt(RUNS);
            int from = random.nextInt(ROWS + 1);
            int to = from + random.nextInt(ROWS - from + 1);
            ColumnBatch into = new ColumnBatch(SCHEMA);
            pages.read(runs.get(run), from, to, into);
            LongVector numbers = into.longs("number");
            assertEquals(to - from, numbers.size());
            for (int row = from; row < to; row++) {
                assertEquals(1000L * run + row, numbers.get(row - from));
            }
        }
    }

    @Test
    void holdsNoMoreRowsThanItWasMadeWith() {
        RunPages pages = new RunPages(PAGE_ROWS, 3 * PAGE_ROWS + 1);
        for (int number = 0; number < 4 * RUNS; number++) {
            pages.read(runs.get(number % RUNS), number, number + 1, new ColumnBatch(SCHEMA));
            assertEquals(Math.min(number + 1, 3), pages.size());
        }
    }

    @Test
    void holdsNothingOnceItIsCleared() {
        RunPages pages = new RunPages(PAGE_ROWS, ROWS);
        pages.read(runs.getFirst(), 0, ROWS, new ColumnBatch(SCHEMA));
        pages.clear();
        assertEquals(0, pages.size());
    }
}
