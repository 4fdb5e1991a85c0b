package io.m17.market.flatfile;

import java.nio.charset.StandardCharsets;

/// The fields of one line, as places in its buffer. A field is a column of the header; the column one behind the last
/// ([#absent()]) is always empty and stands for optional columns that a file lacks. Quotes around a field do not belong
/// to it; a quote anywhere else is a fault. Allocates nothing unless a reason is asked for.
final class Fields {
    private static final int LONGEST_SHOWN = 40;
    private static final int NONE = -1;

    private final String[] names;
    private final int[] starts;
    private final int[] ends;
    private byte[] bytes = new byte[0];
    private int group;
    private long delimiters;
    private int count;
    private boolean hasStrayQuote;

    Fields(String[] names) {
        this.names = names;
        this.starts = new int[names.length + 1];
        this.ends = new int[names.length + 1];
    }

    /// The column that is always empty.
    int absent() {
        return names.length;
    }

    /// Goes to a buffer whose lines are split from an index on.
    void seek(byte[] buffer, int index) {
        bytes = buffer;
        group = index - Bytes.GROUP;
        delimiters = 0;
    }

    /// Splits the line that begins where [#seek] or the last split ended, and gives the index behind its newline. The
    /// line must have one.
    int split(int from) {
        byte[] buffer = bytes;
        long mask = delimiters;
        int index = group;
        int column = 0;
        int start = from;
        hasStrayQuote = false;
        while (true) {
            while (mask == 0) {
                index += Bytes.GROUP;
                mask = Bytes.delimiters(buffer, index);
            }
            int at = index + Long.numberOfTrailingZeros(mask);
            mask &= mask - 1;
            byte delimiter = buffer[at];
            if (delimiter == ',') {
                put(column++, start, at);
                start = at + 1;
            } else if (delimiter == '\n') {
                put(column++, start, withoutReturn(start, at));
                group = index;
                delimiters = mask;
                count = column;
                return at + 1;
            } else if (delimiter == '"') {
                group = index;
                delimiters = mask;
                int close = at == start ? closingQuote() : NONE;
                if (close == NONE || !isFieldEnd(close + 1)) {
                    hasStrayQuote = true;
                    return toNewline(close == NONE ? at : close);
                }
                put(column++, at + 1, close);
                if (buffer[close + 1] != ',') {
                    count = column;
                    return toNewline(close);
                }
                start = nextDelimiter() + 1;
                index = group;
                mask = delimiters;
            }
        }
    }

    private int nextDelimiter() {
        while (delimiters == 0) {
            group += Bytes.GROUP;
            delimiters = Bytes.delimiters(bytes, group);
        }
        int at = group + Long.numberOfTrailingZeros(delimiters);
        delimiters &= delimiters - 1;
        return at;
    }

    /// Goes to the next quote of the line, or stays before its newline and gives [#NONE].
    private int closingQuote() {
        while (true) {
            int at = nextDelimiter();
            if (bytes[at] == '"') {
                return at;
            }
            if (bytes[at] == '\n') {
                seek(bytes, at);
                return NONE;
            }
        }
    }

    private boolean isFieldEnd(int index) {
        return bytes[index] == ','
                || bytes[index] == '\n'
                || (bytes[index] == '\r' && bytes[index + 1] == '\n');
    }

    private int toNewline(int index) {
        int behind = Bytes.afterNewline(bytes, index);
        seek(bytes, behind);
        return behind;
    }

    private int withoutReturn(int start, int end) {
        return end > start && bytes[end - 1] == '\r' ? end - 1 : end;
    }

    private void put(int column, int start, int end) {
        if (column < names.length) {
            starts[column] = start;
            ends[column] = end;
        }
    }

    byte[] bytes() {
        return bytes;
    }

    int start(int column) {
        return starts[column];
    }

    int length(int column) {
        return ends[column] - starts[column];
    }

    int end(int column) {
        return ends[column];
    }

    /// Whether the line has the header's number of fields and no stray quote.
    boolean isWellFormed() {
        return count == names.length && !hasStrayQuote;
    }

    /// Why [#isWellFormed()] is false.
    String shapeFault() {
        if (hasStrayQuote) {
            return "quotes are unbalanced";
        }
        if (count == 1 && length(0) == 0) {
            return "the line is empty";
        }
        return "wrong number of fields [expected=" + names.length + ", found=" + count + "]";
    }

    /// A sentence about a column, with its value.
    String fault(int column, String rule) {
        if (length(column) == 0) {
            return names[column] + rule;
        }
        int shown = Math.min(length(column), LONGEST_SHOWN);
        String value = new String(bytes, starts[column], shown, StandardCharsets.UTF_8);
        return names[column] + rule + " [value=" + value + (shown < length(column) ? "…" : "") + "]";
    }
}
