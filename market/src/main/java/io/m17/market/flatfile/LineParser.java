package io.m17.market.flatfile;

/// Takes lines apart, one behind the other. In a line as the vendor writes it, 64 bytes at a time become a mask of
/// the delimiters among them, and the numbers between two delimiters are read eight digits at once. Where anything
/// is out of the ordinary (a quote inside a field, a carriage return, a value that is no number) [LineSplitter]
/// reads the line again, slowly, and finds what is wrong, if something is. Allocates nothing on a sound line.
final class LineParser {
    private static final int UNUSUAL = -1;

    private final Line line;
    private byte[] bytes = new byte[0];

    /// Where the 64 bytes begin that [#mask] is about; its bits are the delimiters that have not been passed.
    private int group;

    private long mask;
    private int parsedEnd;

    LineParser(Line line) {
        this.line = line;
    }

    /// Goes to the line that begins at an index of a buffer.
    void open(byte[] buffer, int index) {
        bytes = buffer;
        line.bytes = buffer;
        seek(index);
    }

    /// Reads the line that begins at an index and gives the index behind its newline. The line must have one.
    int parse(int from) {
        if (from != parsedEnd) {
            seek(from);
        }
        line.shapeFault = null;
        parsedEnd = split(from);
        if (parsedEnd == UNUSUAL || !readNumbers()) {
            seek(LineSplitter.split(line, from));
        }
        return parsedEnd;
    }

    private void seek(int index) {
        group = index - Bytes.GROUP;
        mask = 0;
        parsedEnd = index;
    }

    /// Finds the fields and gives the index behind the line's newline, or [#UNUSUAL].
    private int split(int from) {
        byte[] buffer = bytes;
        int[] starts = line.starts;
        int[] ends = line.ends;
        int last = line.absent() - 1;
        int start = from;
        for (int column = 0; column <= last; column++) {
            int end = nextDelimiter();
            if (buffer[end] == '"' && end == start) {
                start++;
                int close = closingQuote();
                if (buffer[close] != '"') {
                    return UNUSUAL;
                }
                starts[column] = start;
                ends[column] = close;
                end = nextDelimiter();
                if (end != close + 1) {
                    return UNUSUAL;
                }
            } else {
                starts[column] = start;
                ends[column] = end;
            }
            if (buffer[end] != (column == last ? '\n' : ',')) {
                return UNUSUAL;
            }
            start = end + 1;
        }
        return start;
    }

    /// The next delimiter that is no comma.
    private int closingQuote() {
        int at = nextDelimiter();
        while (bytes[at] == ',') {
            at = nextDelimiter();
        }
        return at;
    }

    private int nextDelimiter() {
        while (mask == 0) {
            group += Bytes.GROUP;
            mask = Bytes.delimiters(bytes, group);
        }
        int at = group + Long.numberOfTrailingZeros(mask);
        mask &= mask - 1;
        return at;
    }

    /// Reads the numbers of the fields; false when one is none.
    private boolean readNumbers() {
        byte[] buffer = bytes;
        int[] starts = line.starts;
        int[] ends = line.ends;
        long[] numbers = line.numbers;
        long worst = 0;
        for (int column : line.wholeColumns) {
            long number = Numbers.whole(buffer, starts[column], ends[column]);
            numbers[column] = number;
            worst = Math.min(worst, number);
        }
        for (int column : line.decimalColumns) {
            long number = Numbers.millionths(buffer, starts[column], ends[column]);
            numbers[column] = number;
            worst = Math.min(worst, number);
        }
        return worst >= Numbers.EMPTY;
    }
}
