package io.m17.market.artifact;

import io.m17.market.column.Column;
import io.m17.market.column.Vector;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/// One column of the row group that is being filled: compressed pages in memory, put into the file when the row
/// group is complete. Confined to one thread.
final class ChunkWriter {
    private record Page(BytesInput compressed, int bodyBytes, int rows, Statistics<?> statistics) {}

    private final ColumnDescriptor descriptor;
    private final Encoding encoding;
    private final PageEncoder encoder;
    private final int pageRows;
    private final ByteSink body;
    private final PageCompressor compressor;
    private final List<Page> pages = new ArrayList<>();
    private int rowsInPage;
    private int rows;

    ChunkWriter(
            Column column,
            ColumnDescriptor descriptor,
            int pageRows,
            DeltaEncoder delta,
            ByteSink body,
            PageCompressor compressor) {
        this.descriptor = descriptor;
        this.encoding = ArtifactFormat.encodingOf(column.type());
        this.encoder = encoder(column, pageRows, delta);
        this.pageRows = pageRows;
        this.body = body;
        this.compressor = compressor;
    }

    private static PageEncoder encoder(Column column, int pageRows, DeltaEncoder delta) {
        return switch (column.type()) {
            case LONG, TIMESTAMP, DECIMAL -> new LongPageEncoder(column, pageRows, delta);
            case INT, DATE -> new IntPageEncoder(pageRows, delta);
            case DOUBLE -> new DoublePageEncoder(pageRows);
            case BOOLEAN -> new BooleanPageEncoder(pageRows);
            case TEXT -> new TextPageEncoder(pageRows);
            case ID -> new IdPageEncoder(pageRows, delta);
        };
    }

    /// Takes rows `[from, to)`, closing pages as they fill up.
    void append(Vector source, int from, int to) {
        int at = from;
        while (at < to) {
            int taken = Math.min(to - at, pageRows - rowsInPage);
            encoder.take(source, at, at + taken);
            at += taken;
            rowsInPage += taken;
            if (rowsInPage == pageRows) {
                closePage();
            }
        }
    }

    private void closePage() {
        Statistics.Builder statistics = Statistics.getBuilderForReading(descriptor.getPrimitiveType());
        body.clear();
        encoder.encode(body, statistics);
        pages.add(new Page(BytesInput.from(compressor.compress(body)), body.size(), rowsInPage, statistics.build()));
        rows += rowsInPage;
        rowsInPage = 0;
    }

    /// Puts the column chunk into the file, says where it stands, and starts the next one.
    ChunkLayout writeTo(ParquetFileWriter file) throws IOException {
        if (rowsInPage > 0) {
            closePage();
        }
        long start = file.getPos();
        file.startColumn(descriptor, rows, CompressionCodecName.ZSTD);
        if (encoder instanceof TextPageEncoder texts) {
            writeDictionary(texts, file);
        }
        FileRange dictionary = rangeFrom(start, file);
        List<FileRange> ranges = new ArrayList<>(pages.size());
        for (Page page : pages) {
            long pageStart = file.getPos();
            writePage(page, file);
            ranges.add(rangeFrom(pageStart, file));
        }
        file.endColumn();
        pages.clear();
        rows = 0;
        return new ChunkLayout(dictionary, ranges);
    }

    private static FileRange rangeFrom(long start, ParquetFileWriter file) throws IOException {
        long length = file.getPos() - start;
        return length == 0 ? FileRange.NONE : new FileRange(start, Math.toIntExact(length));
    }

    private void writeDictionary(TextPageEncoder texts, ParquetFileWriter file) throws IOException {
        int entries = texts.dictionarySize();
        body.clear();
        texts.encodeDictionary(body);
        BytesInput compressed = BytesInput.from(compressor.compress(body));
        file.writeDictionaryPage(new DictionaryPage(compressed, body.size(), entries, Encoding.PLAIN));
    }

    private void writePage(Page page, ParquetFileWriter file) throws IOException {
        file.writeDataPage(
                page.rows(),
                page.bodyBytes(),
                page.compressed(),
                page.statistics(),
                page.rows(),
                Encoding.RLE,
                Encoding.RLE,
                encoding);
    }
}
