package io.m17.market.artifact;

import io.m17.market.column.BytesVector;
import io.m17.market.column.Column;
import io.m17.market.column.DoubleVector;
import io.m17.market.column.IntVector;
import io.m17.market.column.LongVector;
import io.m17.market.column.TextDictionary;
import io.m17.market.column.TextVector;
import io.m17.market.column.Vector;
import java.util.Arrays;
import org.apache.parquet.column.Encoding;

/// Decodes rows of one column in one row group straight into a vector, whole pages at a time where the rows asked for
/// cover them. Scratch memory: a page. Confined to one thread.
final class ChunkReader {
    private final PageReader pages;
    private final int pageRows;
    private final long[] longs;
    private final int[] ints;
    private int[] codes = new int[64];
    private int codeCount;

    ChunkReader(PageReader pages, int pageRows) {
        this.pages = pages;
        this.pageRows = pageRows;
        this.longs = new long[pageRows];
        this.ints = new int[pageRows];
    }

    /// Appends rows `[from, to)` of a row group that has `rows`.
    void read(Column column, ChunkLayout chunk, int rows, int from, int to, Vector into, int at)
            throws MalformedPageException {
        if (into instanceof TextVector texts) {
            readDictionary(pages.dictionaryPage(chunk.dictionary()), texts.dictionary());
        }
        Encoding encoding = ArtifactFormat.encodingOf(column.type());
        for (int page = from / pageRows; page * pageRows < to; page++) {
            int start = page * pageRows;
            int inPage = Math.min(pageRows, rows - start);
            ByteCursor body = pages.dataPage(chunk.pages().get(page), inPage, encoding);
            int first = Math.max(from - start, 0);
            int last = Math.min(to - start, inPage);
            decode(column, body, inPage, first, last, into, at + start + first - from);
        }
    }

    private void decode(Column column, ByteCursor body, int rows, int from, int to, Vector into, int at)
            throws MalformedPageException {
        switch (into) {
            case LongVector vector -> {
                if (column.nullable()) {
                    nullableLongs(body, rows, from, to, vector, at);
                } else {
                    longs(body, rows, from, to, vector, at);
                }
            }
            case IntVector vector -> {
                switch (column.type()) {
                    case BOOLEAN -> booleans(body, rows, from, to, vector, at);
                    case INT, DATE, LONG, TIMESTAMP, DECIMAL, DOUBLE, TEXT, ID ->
                        ints(body, rows, from, to, vector, at);
                }
            }
            case DoubleVector vector -> doubles(body, rows, from, to, vector, at);
            case TextVector vector -> texts(body, from, to, vector, at);
            case BytesVector vector -> ids(body, rows, from, to, vector);
        }
    }

    private void longs(ByteCursor body, int total, int from, int to, LongVector into, int at)
            throws MalformedPageException {
        if (from == 0) {
            DeltaDecoder.decode(body, total, into.array(), at, to);
            return;
        }
        DeltaDecoder.decode(body, total, longs, 0, to);
        System.arraycopy(longs, from, into.array(), at, to - from);
    }

    private void nullableLongs(ByteCursor body, int rows, int from, int to, LongVector into, int at)
            throws MalformedPageException {
        int levelBytes = body.nextLength();
        int levels = body.take(levelBytes);
        ByteCursor definition = new ByteCursor();
        definition.reset(body.bytes(), levels, levels + levelBytes);
        HybridDecoder.decode(definition, 1, ints, rows);
        int presentBefore = sum(ints, 0, from);
        int presentHere = sum(ints, from, to);
        int present = presentBefore + presentHere + sum(ints, to, rows);
        if (present == rows) {
            longs(body, rows, from, to, into, at);
            return;
        }
        DeltaDecoder.decode(body, present, longs, 0, presentBefore + presentHere);
        spread(from, to, presentBefore, into.array(), at);
    }

    private void spread(int from, int to, int firstPresent, long[] into, int at) {
        int next = firstPresent;
        for (int row = from; row < to; row++) {
            into[at + row - from] = ints[row] == 1 ? longs[next++] : Column.NULL;
        }
    }

    private static int sum(int[] levels, int from, int to) {
        int sum = 0;
        for (int i = from; i < to; i++) {
            sum += levels[i];
        }
        return sum;
    }

    private void ints(ByteCursor body, int total, int from, int to, IntVector into, int at)
            throws MalformedPageException {
        if (from == 0) {
            DeltaDecoder.decode(body, total, into.array(), at, to);
            return;
        }
        DeltaDecoder.decode(body, total, ints, 0, to);
        System.arraycopy(ints, from, into.array(), at, to - from);
    }

    private void booleans(ByteCursor body, int rows, int from, int to, IntVector into, int at)
            throws MalformedPageException {
        int start = body.take((rows + 7) / 8);
        BitPacking.unpack(body.bytes(), start, 1, ints, 0, to);
        System.arraycopy(ints, from, into.array(), at, to - from);
    }

    private static void doubles(ByteCursor body, int rows, int from, int to, DoubleVector into, int at)
            throws MalformedPageException {
        int start = body.take((long) rows * Double.BYTES);
        BitPacking.doubles(body.bytes(), start + from * Double.BYTES, into.array(), at, to - from);
    }

    private void texts(ByteCursor body, int from, int to, TextVector into, int at) throws MalformedPageException {
        HybridDecoder.decode(body, body.nextByte(), ints, to);
        int[] target = into.codes();
        for (int row = from; row < to; row++) {
            int code = ints[row];
            if (code < 0 || code >= codeCount) {
                throw new MalformedPageException(
                        "a text is not in the dictionary [code=" + code + ", texts=" + codeCount + "]");
            }
            target[at + row - from] = codes[code];
        }
    }

    private void readDictionary(ByteCursor body, TextDictionary dictionary) throws MalformedPageException {
        codeCount = 0;
        while (body.remaining() > 0) {
            int length = body.nextLength();
            int start = body.take(length);
            if (codeCount == codes.length) {
                codes = Arrays.copyOf(codes, codeCount * 2);
            }
            codes[codeCount++] = dictionary.code(body.bytes(), start, length);
        }
    }

    private void ids(ByteCursor body, int rows, int from, int to, BytesVector into) throws MalformedPageException {
        DeltaDecoder.decode(body, rows, ints, 0, rows);
        long before = length(0, from);
        long here = length(from, to);
        body.take(before);
        into.appendAll(body.bytes(), body.take(here), ints, from, to - from);
    }

    private long length(int from, int to) throws MalformedPageException {
        long sum = 0;
        int any = 0;
        for (int i = from; i < to; i++) {
            sum += ints[i];
            any |= ints[i];
        }
        if (any < 0) {
            throw new MalformedPageException("a text has a negative length");
        }
        return sum;
    }
}
