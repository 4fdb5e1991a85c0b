package io.m17.simulator;

import io.m17.simulator.pricing.RandomStream;
import java.util.function.IntToLongFunction;

/// The order in which a ticker's rows stand in a file, and the way back to their order in time.
final class FileOrder {
    private static final int DISPLACEMENT_MAX = 6;

    private FileOrder() {}

    /// A permutation of `[0, size)`: row numbers in file order, a share of them moved a few places.
    static int[] shuffle(RandomStream random, int size, double share) {
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            order[i] = i;
        }
        if (share > 0) {
            for (int i = 0; i < size; i++) {
                int other = random.chance(share) ? Math.min(size - 1, i + 1 + random.below(DISPLACEMENT_MAX)) : i;
                int held = order[i];
                order[i] = order[other];
                order[other] = held;
            }
        }
        return order;
    }

    /// Rows in order of (key, tie, file order): what a right reader must make of the file. Rows are displaced by
    /// little, so that insertion is enough.
    static int[] byTime(int[] fileOrder, IntToLongFunction key, IntToLongFunction tie) {
        int[] sorted = fileOrder.clone();
        for (int i = 1; i < sorted.length; i++) {
            int row = sorted[i];
            int hole = i;
            while (hole > 0 && after(sorted[hole - 1], row, key, tie)) {
                sorted[hole] = sorted[hole - 1];
                hole--;
            }
            sorted[hole] = row;
        }
        return sorted;
    }

    private static boolean after(int left, int right, IntToLongFunction key, IntToLongFunction tie) {
        int order = Long.compare(key.applyAsLong(left), key.applyAsLong(right));
        return order > 0 || (order == 0 && tie.applyAsLong(left) > tie.applyAsLong(right));
    }
}
