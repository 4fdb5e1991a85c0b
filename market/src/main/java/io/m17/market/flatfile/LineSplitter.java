package io.m17.market.flatfile;

import org.jspecify.annotations.Nullable;

/// Takes a line apart byte by byte, whatever stands in it, and says what is wrong with its shape. Quotes may stand
/// around a field and nowhere else; a carriage return before the newline does not belong to the line.
final class LineSplitter {
    private final Line line;
    private int count;
    private boolean hasStrayQuote;

    private LineSplitter(Line line) {
        this.line = line;
    }

    /// Splits the line that begins at an index and gives the index behind its newline.
    static int split(Line line, int from) {
        int behind = Bytes.afterNewline(line.bytes, from);
        int end = behind - 1;
        if (end > from && line.bytes[end - 1] == '\r') {
            end--;
        }
        LineSplitter splitter = new LineSplitter(line);
        splitter.splitFields(from, end);
        line.shapeFault = splitter.shapeFault(from == end);
        if (line.shapeFault == null) {
            splitter.readNumbers();
        }
        return behind;
    }

    private void splitFields(int from, int end) {
        byte[] bytes = line.bytes;
        int start = from;
        boolean inQuotes = false;
        for (int i = from; i < end; i++) {
            if (bytes[i] == '"') {
                inQuotes = !inQuotes;
            } else if (bytes[i] == ',' && !inQuotes) {
                put(start, i);
                start = i + 1;
            }
        }
        hasStrayQuote |= inQuotes;
        put(start, end);
    }

    private void put(int start, int end) {
        byte[] bytes = line.bytes;
        boolean isQuoted = end - start >= 2 && bytes[start] == '"' && bytes[end - 1] == '"';
        int from = isQuoted ? start + 1 : start;
        int to = isQuoted ? end - 1 : end;
        for (int i = from; i < to; i++) {
            hasStrayQuote |= bytes[i] == '"';
        }
        if (count < line.absent()) {
            line.starts[count] = from;
            line.ends[count] = to;
        }
        count++;
    }

    private @Nullable String shapeFault(boolean isEmpty) {
        if (isEmpty) {
            return "the line is empty";
        }
        if (hasStrayQuote) {
            return "quotes are unbalanced";
        }
        return count == line.absent()
                ? null
                : "wrong number of fields [expected=" + line.absent() + ", found=" + count + "]";
    }

    private void readNumbers() {
        for (int column : line.wholeColumns) {
            line.numbers[column] = Numbers.whole(line.bytes, line.starts[column], line.ends[column]);
        }
        for (int column : line.decimalColumns) {
            line.numbers[column] = Numbers.millionths(line.bytes, line.starts[column], line.ends[column]);
        }
    }
}
