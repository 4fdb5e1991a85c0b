package io.m17.greeks;

/// Nodes and weights of Gauss–Legendre quadrature on (0, 1), in rising order: exact for polynomials of degree 2n − 1.
///
/// Roots of the Legendre polynomial by Newton's method from Tricomi's estimate, M. Abramowitz, I. Stegun, *Handbook of
/// Mathematical Functions* (1964), 25.4.29. Immutable after construction; callers leave the arrays as they are.
record GaussLegendre(double[] nodes, double[] weights) {
    private static final int NEWTON_STEPS = 8;

    static GaussLegendre of(int count) {
        double[] nodes = new double[count];
        double[] weights = new double[count];
        for (int i = 0; i < count; i++) {
            double x = StrictMath.cos(Math.PI * (i + 0.75) / (count + 0.5));
            for (int step = 0; step < NEWTON_STEPS; step++) {
                x -= legendre(count, x) / slope(count, x);
            }
            double slope = slope(count, x);
            nodes[count - 1 - i] = 0.5 * (1 + x);
            weights[count - 1 - i] = 1 / ((1 - x * x) * slope * slope);
        }
        return new GaussLegendre(nodes, weights);
    }

    int count() {
        return nodes.length;
    }

    private static double legendre(int degree, double x) {
        double before = 1;
        double value = x;
        for (int n = 2; n <= degree; n++) {
            double next = ((2 * n - 1) * x * value - (n - 1) * before) / n;
            before = value;
            value = next;
        }
        return degree == 0 ? 1 : value;
    }

    private static double slope(int degree, double x) {
        return degree * (legendre(degree - 1, x) - x * legendre(degree, x)) / (1 - x * x);
    }
}
