package io.m17.publication.source;

import io.m17.market.artifact.ArtifactReader;
import io.m17.market.column.ColumnBatch;
import java.util.LinkedHashMap;

/// Pages of runs that are read mostly onwards: of each run the one that was read last, of as many runs as memory has
/// room for. With more runs than that a page may be read more than once. Confined to one thread.
final class RunPages {
    private record Page(ColumnBatch rows, long firstRow) {
        boolean holds(long row) {
            return row >= firstRow && row < toRow();
        }

        long toRow() {
            return firstRow + rows.size();
        }
    }

    private final int pageRows;
    private final int mostPages;
    private final LinkedHashMap<ArtifactReader, Page> pages = new LinkedHashMap<>(16, 0.75f, true);

    /// @param pageRows rows of a page of the runs
    /// @param mostRows rows that are held of all runs together; of one run a page is held at any rate
    RunPages(int pageRows, int mostRows) {
        this.pageRows = pageRows;
        this.mostPages = Math.max(1, mostRows / pageRows);
    }

    /// Appends rows `[from, to)` of a run to a batch.
    void read(ArtifactReader run, long from, long to, ColumnBatch into) {
        long row = from;
        while (row < to) {
            Page page = page(run, row);
            long end = Math.min(to, page.toRow());
            into.appendFrom(page.rows, (int) (row - page.firstRow), (int) (end - page.firstRow));
            row = end;
        }
    }

    private Page page(ArtifactReader run, long row) {
        Page known = pages.get(run);
        if (known != null && known.holds(row)) {
            return known;
        }
        pages.remove(run);
        while (pages.size() >= mostPages) {
            pages.pollFirstEntry();
        }
        long firstRow = row - row % pageRows;
        Page page = new Page(run.read(firstRow, Math.min(firstRow + pageRows, run.rows())), firstRow);
        pages.put(run, page);
        return page;
    }

    /// How many pages are held.
    int size() {
        return pages.size();
    }

    void clear() {
        pages.clear();
    }
}
