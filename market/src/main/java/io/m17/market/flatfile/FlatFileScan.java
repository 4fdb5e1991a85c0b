package io.m17.market.flatfile;

import io.m17.market.flatfile.FlatFileException.Fault;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/// One read of a file, from its header to its end: lines, runs of equal tickers, and what is wrong. Confined to one
/// thread.
final class FlatFileScan {
    private static final int KEPT_MALFORMED = 10;

    private final String file;
    private final RowReader reader;
    private final ReadOptions options;
    private final LineBlocks lines;
    private final TickerRun run = new TickerRun();
    private final List<MalformedRow> firstMalformed = new ArrayList<>();

    private Header header = new Header(List.of());
    private Line line;
    private LineParser parser;
    private int tickerColumn;
    private long lineNumber = 1;
    private long rows;
    private long rowsBeforeRun;
    private long skipped;
    private long malformed;

    private FlatFileScan(String file, RowReader reader, ReadOptions options, BlockSource blocks) {
        this.file = file;
        this.reader = reader;
        this.options = options;
        this.lines = new LineBlocks(blocks);
        this.line = header.newLine(reader.columns());
        this.parser = new LineParser(line);
    }

    static ScanReport read(StoredFile stored, RowReader reader, ReadOptions options) {
        String file = stored.name();
        try (BlockSource blocks = open(stored, options.inflater())) {
            return new FlatFileScan(file, reader, options, blocks).read();
        } catch (InterruptedIOException | ClosedByInterruptException e) {
            throw new FlatFileException(Fault.INTERRUPTED, file, "reading was interrupted", "", "read it again", e);
        } catch (NoSuchFileException e) {
            throw new FlatFileException(Fault.UNREADABLE, file, "the file does not exist", "", "fetch it", e);
        } catch (IOException e) {
            String what = "the file cannot be read (" + e.getMessage() + ")";
            throw new FlatFileException(Fault.UNREADABLE, file, what, "", "check the disk and its permissions", e);
        }
    }

    private static BlockSource open(StoredFile file, @Nullable Executor inflater) throws IOException {
        FileBytes source = FileBytes.open(file);
        try {
            return inflater == null ? new DirectBlocks(source) : new QueuedBlocks(source, inflater);
        } catch (RuntimeException e) {
            source.close();
            throw e;
        }
    }

    private ScanReport read() throws IOException {
        scan(readHeader(), lines.end());
        while (advance()) {
            if (lines.takeOverlong()) {
                lineNumber++;
                refuse("the line is longer than " + Block.CARRY_BYTES + " bytes");
            }
            scan(lines.start(), lines.end());
        }
        endRun();
        return report();
    }

    /// Reads the first line and gives the index behind it.
    private int readHeader() throws IOException {
        if (!lines.advance()) {
            throw new FlatFileException(Fault.EMPTY, file, "the file is empty", "", "fetch it again");
        }
        while (lines.start() == lines.end()) {
            if (!lines.advance()) {
                throw wrongHeader("the first line does not end");
            }
        }
        if (lines.takeOverlong()) {
            throw wrongHeader("the first line is longer than " + Block.CARRY_BYTES + " bytes");
        }
        int end = Bytes.afterNewline(lines.bytes(), lines.start());
        header = Header.parse(lines.bytes(), lines.start(), end - 1);
        List<String> faults = header.faults(reader.columns());
        if (!faults.isEmpty()) {
            throw wrongHeader("the first line does not name the columns (" + String.join(", ", faults) + ")");
        }
        line = header.newLine(reader.columns());
        parser = new LineParser(line);
        tickerColumn = header.indexOf("ticker");
        reader.bind(header, line);
        return end;
    }

    private FlatFileException wrongHeader(String what) {
        return new FlatFileException(
                Fault.WRONG_HEADER, file, what, "line=1", "check that it is a file of this dataset");
    }

    private boolean advance() throws IOException {
        try {
            return lines.advance();
        } catch (IOException | RuntimeException e) {
            if (run.isWanted()) {
                reader.abandon();
            }
            throw e;
        }
    }

    private void scan(int from, int to) {
        byte[] bytes = lines.bytes();
        int index = from;
        parser.open(bytes, index);
        while (index < to) {
            lineNumber++;
            if (run.isSkipped() && tickerColumn == 0 && run.isAt(bytes, index)) {
                skipped++;
                index = Bytes.afterNewline(bytes, index);
                continue;
            }
            index = parser.parse(index);
            String fault = row();
            if (fault != null) {
                refuse(fault);
            }
        }
        if (run.isWanted()) {
            reader.proceed(run.ticker(), run.length(), run.instrumentLength());
        }
        options.progress().accept(lines.fileBytes());
    }

    private @Nullable String row() {
        if (line.shapeFault != null) {
            return line.shapeFault;
        }
        if (!run.isTicker(line, tickerColumn)) {
            String fault = TickerRun.fault(line, tickerColumn);
            if (fault != null) {
                return fault;
            }
            endRun();
            beginRun();
        }
        if (run.isSkipped()) {
            skipped++;
            return null;
        }
        String fault = reader.append();
        if (fault == null) {
            rows++;
        }
        return fault;
    }

    private void beginRun() {
        run.take(line, tickerColumn);
        rowsBeforeRun = rows;
        run.open(reader.begin(run.ticker(), run.length(), run.instrumentLength()));
    }

    private void endRun() {
        boolean wasWanted = run.isWanted();
        run.close();
        if (wasWanted) {
            reader.end(rows - rowsBeforeRun);
        }
    }

    private void refuse(String reason) {
        malformed++;
        if (firstMalformed.size() < KEPT_MALFORMED) {
            firstMalformed.add(new MalformedRow(lineNumber, reason));
        }
    }

    private ScanReport report() {
        return new ScanReport(
                rows,
                skipped,
                malformed,
                reader.flagged(),
                firstMalformed,
                lines.csvBytes(),
                lines.fileBytes(),
                header.unknown(reader.columns()),
                header.missing(reader.columns()));
    }
}
