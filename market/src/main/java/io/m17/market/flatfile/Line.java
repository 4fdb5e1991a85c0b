package io.m17.market.flatfile;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// One line: the places of its fields, without quotes around them, and the numbers in them. The column behind the last
/// ([#absent()]) is always empty and stands for optional columns that a file lacks. [LineParser] fills it.
final class Line {
    private static final int LONGEST_SHOWN = 40;

    final int[] wholeColumns;
    final int[] decimalColumns;
    final int[] starts;
    final int[] ends;
    final long[] numbers;
    byte[] bytes = new byte[0];

    /// What is wrong with the line as a whole, or null.
    @Nullable
    String shapeFault;

    private final String[] names;

    Line(List<String> names, ColumnSet columns) {
        this.names = names.toArray(String[]::new);
        this.wholeColumns = indexes(names, columns.numbers());
        this.decimalColumns = indexes(names, columns.decimals());
        this.starts = new int[names.size() + 1];
        this.ends = new int[names.size() + 1];
        this.numbers = new long[names.size() + 1];
        numbers[absent()] = Numbers.EMPTY;
    }

    private static int[] indexes(List<String> names, List<String> wanted) {
        return IntStream.range(0, names.size())
                .filter(column -> wanted.contains(names.get(column)))
                .toArray();
    }

    int absent() {
        return names.length;
    }

    int length(int column) {
        return ends[column] - starts[column];
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
