package io.m17.publication.source;

import io.m17.journal.Storage;
import io.m17.ledger.LedgerException;
import io.m17.market.artifact.ArtifactOptions;
import io.m17.market.artifact.ArtifactReader;
import io.m17.market.artifact.ArtifactWriter;
import io.m17.market.column.ColumnBatch;
import io.m17.market.column.LongVector;
import io.m17.market.column.Schema;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/// Rows that memory has no room for: runs in a scratch directory, each with a segment an instrument, in order of time.
/// They belong to one pass over one file and are gone after it; what a crash left, the next pass removes.
///
/// Memory: [#PAGE_ROWS] rows a run while runs are read. Confined to the thread that reads the file. Failures of the
/// disk are an exception of the artifact writer, or a [LedgerException].
final class RunFiles implements AutoCloseable {
    /// Rows of an instrument that stand together in a run.
    record Segment(int run, long from, long to) {
        long rows() {
            return to - from;
        }
    }

    private static final int PAGE_ROWS = 8192;
    /// A row group is a page, so that a page is read with a dictionary that has its own texts only.
    private static final ArtifactOptions OPTIONS = new ArtifactOptions(1, PAGE_ROWS, PAGE_ROWS);

    private final Path directory;
    private final Schema schema;
    private final String times;
    private final Storage storage;
    private final List<Run> runs = new ArrayList<>();

    /// @param directory nobody else's
    /// @param times the column that the rows are ordered by
    RunFiles(Path directory, Schema schema, String times, Storage storage) {
        this.directory = directory;
        this.schema = schema;
        this.times = times;
        this.storage = storage;
        removeAll();
    }

    boolean isEmpty() {
        return runs.isEmpty();
    }

    /// Puts the staged rows of instruments away as the next run, and empties their columns.
    void write(Collection<? extends Gathering<?>> instruments) {
        if (instruments.stream().allMatch(instrument -> instrument.stagedRows() == 0)) {
            return;
        }
        Path file = directory.resolve(String.format(Locale.ROOT, "run-%06d.parquet", runs.size() + 1));
        try (ArtifactWriter writer = create(file)) {
            long row = 0;
            for (Gathering<?> instrument : instruments) {
                SourceRows<?> staged = instrument.staged();
                if (staged == null || staged.rows().size() == 0) {
                    continue;
                }
                staged.sortTail(0);
                writer.append(staged.rows());
                long end = row + staged.rows().size();
                instrument.segments().add(new Segment(runs.size(), row, end));
                staged.rows().clear();
                row = end;
            }
            writer.finish();
        }
        runs.add(new Run(ArtifactReader.open(file, schema)));
    }

    private ArtifactWriter create(Path file) {
        try {
            storage.createDirectories(directory);
        } catch (IOException e) {
            throw new LedgerException("the scratch directory cannot be made [directory=" + directory + "]", e);
        }
        return ArtifactWriter.create(file, schema, OPTIONS, storage);
    }

    /// The times of a segment's rows.
    LongVector times(Segment segment) {
        return runs.get(segment.run)
                .reader
                .read(List.of(times), segment.from, segment.to)
                .longs(times);
    }

    /// Appends rows `[from, to)` of a segment, counted from its first, to a batch.
    void read(Segment segment, int from, int to, ColumnBatch into) {
        runs.get(segment.run).read(segment.from + from, segment.from + to, into);
    }

    /// Removes the runs.
    @Override
    public void close() {
        runs.forEach(run -> run.reader.close());
        runs.clear();
        removeAll();
    }

    private void removeAll() {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "run-*")) {
            for (Path file : files) {
                storage.delete(file);
            }
        } catch (NoSuchFileException e) {
            // Nothing was ever put away.
        } catch (IOException e) {
            throw new LedgerException("the scratch directory cannot be emptied [directory=" + directory + "]", e);
        }
    }

    /// A run that is read mostly onwards: the page that was read last is kept.
    private static final class Run {
        private final ArtifactReader reader;
        private ColumnBatch page;
        private long firstRow;

        Run(ArtifactReader reader) {
            this.reader = reader;
            this.page = new ColumnBatch(reader.schema());
        }

        void read(long from, long to, ColumnBatch into) {
            long row = from;
            while (row < to) {
                turnTo(row);
                long end = Math.min(to, firstRow + page.size());
                into.appendFrom(page, (int) (row - firstRow), (int) (end - firstRow));
                row = end;
            }
        }

        private void turnTo(long row) {
            if (row < firstRow || row >= firstRow + page.size()) {
                firstRow = row - row % PAGE_ROWS;
                page = reader.read(firstRow, Math.min(firstRow + PAGE_ROWS, reader.rows()));
            }
        }
    }
}
