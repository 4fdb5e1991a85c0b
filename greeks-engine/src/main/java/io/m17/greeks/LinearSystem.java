package io.m17.greeks;

/// Gaussian elimination with partial pivoting, in place. Stateless, allocation-free.
final class LinearSystem {
    private LinearSystem() {}

    /// Replaces `right` by x of `matrix` · x = `right`; `matrix`, row by row, is destroyed. A singular
    /// matrix gives what is not finite.
    static void solve(double[] matrix, double[] right) {
        int n = right.length;
        for (int column = 0; column < n; column++) {
            swap(matrix, right, column, pivot(matrix, n, column));
            double reciprocal = 1 / matrix[column * n + column];
            for (int row = column + 1; row < n; row++) {
                double factor = matrix[row * n + column] * reciprocal;
                for (int j = column + 1; j < n; j++) {
                    matrix[row * n + j] = Math.fma(-factor, matrix[column * n + j], matrix[row * n + j]);
                }
                right[row] = Math.fma(-factor, right[column], right[row]);
            }
        }
        for (int row = n - 1; row >= 0; row--) {
            double sum = right[row];
            for (int j = row + 1; j < n; j++) {
                sum = Math.fma(-matrix[row * n + j], right[j], sum);
            }
            right[row] = sum / matrix[row * n + row];
        }
    }

    private static int pivot(double[] matrix, int n, int column) {
        int best = column;
        for (int row = column + 1; row < n; row++) {
            if (Math.abs(matrix[row * n + column]) > Math.abs(matrix[best * n + column])) {
                best = row;
            }
        }
        return best;
    }

    private static void swap(double[] matrix, double[] right, int first, int second) {
        if (first == second) {
            return;
        }
        int n = right.length;
        for (int j = 0; j < n; j++) {
            double kept = matrix[first * n + j];
            matrix[first * n + j] = matrix[second * n + j];
            matrix[second * n + j] = kept;
        }
        double kept = right[first];
        right[first] = right[second];
        right[second] = kept;
    }
}
