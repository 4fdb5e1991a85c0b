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
/// Memory: while runs are read, [#PAGE_ROWS] rows of each, and never more than it was made with. Confined to the thread
/// that reads the file. Failures of the
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
    private final List<ArtifactReader> runs = new ArrayList<>();
    private final RunPages pages;

    /// @param directory nobody else's
    /// @param times the column that the rows are ordered by
    /// @param mostRows rows of all runs that are in memory while they are read; a page is at any rate
    RunFiles(Path directory, Schema schema, String times, int mostRows, Storage storage) {
        this.directory = directory;
        this.schema = schema;
        this.times = times;
        this.storage = storage;
        this.pages = new RunPages(PAGE_ROWS, mostRows);
        removeAll();
    }

    boolean isEmpty() {
        return runs.isEmpty();
    }

    /// How many rows were put away.
    long rows() {
        return runs.stream().mapToLong(ArtifactReader::rows).sum();
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
        runs.add(ArtifactReader.open(file, schema));
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
                .read(List.of(times), segment.from, segment.to)
                .longs(times);
    }

    /// Appends rows `[from, to)` of a segment, counted from its first, to a batch.
    void read(Segment segment, int from, int to, ColumnBatch into) {
        pages.read(runs.get(segment.run), segment.from + from, segment.from + to, into);
    }

    /// Removes the runs.
    @Override
    public void close() {
        pages.clear();
        runs.forEach(ArtifactReader::close);
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
}
