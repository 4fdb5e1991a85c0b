package io.m17.market.column;

/// Puts the last rows of a batch into the order of time, then sequence number, then the order they came in. A missing
/// sequence number ([Column#NULL]) comes before every other. Rows that stand in order already cost one pass over the
/// two columns and no memory.
public final class TimeOrder {
    private final long[] times;
    private final long[] sequences;
    private final int from;

    private TimeOrder(LongVector times, LongVector sequences, int from) {
        this.times = times.array();
        this.sequences = sequences.array();
        this.from = from;
    }

    /// Sorts rows `[from, rows.size())` by two columns of the same batch.
    public static void sortTail(ColumnBatch rows, LongVector times, LongVector sequences, int from) {
        TimeOrder order = new TimeOrder(times, sequences, from);
        int count = rows.size() - from;
        if (!order.isSorted(count)) {
            rows.reorder(from, order.sorted(count));
        }
    }

    private boolean isSorted(int count) {
        for (int row = 1; row < count; row++) {
            if (isAfter(row - 1, row)) {
                return false;
            }
        }
        return true;
    }

    /// A bottom-up merge sort of row indexes: stable, and quick on rows that are nearly in order.
    private int[] sorted(int count) {
        int[] source = new int[count];
        for (int i = 0; i < count; i++) {
            source[i] = i;
        }
        int[] target = new int[count];
        for (long width = 1; width < count; width *= 2) {
            for (long low = 0; low < count; low += 2 * width) {
                int middle = (int) Math.min(low + width, count);
                merge(source, target, (int) low, middle, (int) Math.min(low + 2 * width, count));
            }
            int[] swap = source;
            source = target;
            target = swap;
        }
        return source;
    }

    private void merge(int[] source, int[] target, int low, int middle, int high) {
        if (middle == high || !isAfter(source[middle - 1], source[middle])) {
            System.arraycopy(source, low, target, low, high - low);
            return;
        }
        int left = low;
        int right = middle;
        for (int i = low; i < high; i++) {
            boolean takeLeft = right == high || (left < middle && !isAfter(source[left], source[right]));
            target[i] = takeLeft ? source[left++] : source[right++];
        }
    }

    private boolean isAfter(int row, int other) {
        long time = times[from + row];
        long otherTime = times[from + other];
        return time > otherTime || (time == otherTime && sequences[from + row] > sequences[from + other]);
    }
}
