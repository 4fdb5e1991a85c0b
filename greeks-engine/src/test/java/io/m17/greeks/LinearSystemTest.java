package io.m17.greeks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class LinearSystemTest {
    @Test
    void findsWhatGivesTheRightSide() {
        Random random = new Random(2);
        for (int n = 1; n <= 16; n++) {
            double[] matrix = random.doubles((long) n * n, -1, 1).toArray();
            double[] x = random.doubles(n, -1, 1).toArray();
            double[] right = new double[n];
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    right[i] += matrix[i * n + j] * x[j];
                }
            }
            LinearSystem.solve(matrix, right);
            for (int i = 0; i < n; i++) {
                assertEquals(x[i], right[i], 1e-9);
            }
        }
    }

    @Test
    void needsRowsExchanged() {
        double[] right = {1, 2};
        LinearSystem.solve(new double[] {0, 1, 1, 0}, right);
        assertEquals(2, right[0]);
        assertEquals(1, right[1]);
    }

    @Test
    void givesWhatIsNotFiniteForASingularMatrix() {
        double[] right = {1, 2};
        LinearSystem.solve(new double[] {1, 1, 1, 1}, right);
        assertFalse(Double.isFinite(right[0] + right[1]));
    }
}
