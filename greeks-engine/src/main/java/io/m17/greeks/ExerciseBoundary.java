package io.m17.greeks;

import java.util.Arrays;
import org.agrona.collections.Int2ObjectHashMap;
import org.jspecify.annotations.Nullable;

/// The early exercise boundaries of one expiry and right, over volatility: solved at points ⅛ apart in ln(σ√T) when
/// they are first needed, interpolated between.
///
/// A boundary in units of the strike depends on rate, dividend yield, time and volatility only, so that all strikes of
/// an expiry share it. ln y is nearly straight in ln σ; the polynomial through eight points is good to 2e-6 of a strike
/// of 100 in the price. What is solved does not depend on the order in which it is asked for.
///
/// Units: strike 1, time 1, see [BoundarySolver]. The boundary of a call is the reciprocal of that of the put with rate
/// and dividend yield exchanged: R. McDonald, M. Schroder, *A parity result for American options*, Journal of
/// Computational Finance 1 (1998). Mutable, confined to one thread; allocates for what is solved.
final class ExerciseBoundary {
    private static final double STEP = 0.125;
    private static final int POINTS = 8;
    private static final int BEFORE = 3;

    /// What the polynomial may leave of a square that is 0.
    private static final double SMALLEST_SQUARE = 1e-20;

    private final BoundaryNodes nodes;
    private final BoundarySolver solver;
    private final double rate;
    private final double dividendYield;
    private final double logLimit;
    private final Int2ObjectHashMap<double[]> solved = new Int2ObjectHashMap<>();
    private final double[] weights = new double[POINTS];
    private final double[] slopes = new double[POINTS];
    private final double[] square;
    private final double[] squareSlope;
    private final double[] depths;
    private final double[] depthSlopes;
    private double total = Double.NaN;

    /// @param rate          of the put, or the dividend yield of the call
    /// @param dividendYield of the put, or the rate of the call
    ExerciseBoundary(BoundaryNodes nodes, BoundarySolver solver, double rate, double dividendYield) {
        this.nodes = nodes;
        this.solver = solver;
        this.rate = rate;
        this.dividendYield = dividendYield;
        this.logLimit = BoundarySolver.logLimit(rate, dividendYield);
        this.square = new double[nodes.count()];
        this.squareSlope = new double[nodes.count()];
        this.depths = new double[nodes.endCount()];
        this.depthSlopes = new double[nodes.endCount()];
    }

    /// The total volatility that the boundary stands for now.
    double total() {
        return total;
    }

    /// ln X of the put.
    double logLimit() {
        return logLimit;
    }

    /// ln X − ln B of the put with all the time left: what is deeper is exercised.
    double depthNow() {
        return Math.sqrt(square[0]);
    }

    /// ln X − ln B of the put at quadrature point k of the premium.
    double depth(int k) {
        return depths[k];
    }

    /// The derivative of [#depth] by total volatility; 0 where it was not asked for.
    double depthSlope(int k) {
        return depthSlopes[k];
    }

    /// Moves to the boundary of a total volatility, solved for it alone; false when it cannot be had.
    boolean solve(double totalVolatility) {
        boolean settled = solver.solve(rate, dividendYield, totalVolatility, square);
        for (int i = 0; i < square.length; i++) {
            square[i] *= square[i];
        }
        Arrays.fill(squareSlope, 0);
        total = totalVolatility;
        spread();
        return settled;
    }

    /// Moves to the boundary of a total volatility, interpolated; false when it cannot be had.
    boolean moveTo(double totalVolatility) {
        return moveTo(totalVolatility, totalVolatility);
    }

    /// Moves to the boundary of a total volatility, interpolated by the polynomial that holds at `anchor`,
    /// so that it is smooth in between.
    boolean moveTo(double totalVolatility, double anchor) {
        int first = (int) Math.floor(StrictMath.log(anchor) / STEP) - BEFORE;
        double place = StrictMath.log(totalVolatility) / STEP - first;
        weigh(place);
        total = totalVolatility;
        Arrays.fill(square, 0);
        Arrays.fill(squareSlope, 0);
        for (int p = 0; p < POINTS; p++) {
            double[] logs = point(first + p);
            if (logs == null) {
                return false;
            }
            for (int i = 0; i < square.length; i++) {
                square[i] = Math.fma(weights[p], logs[i], square[i]);
                squareSlope[i] = Math.fma(slopes[p], logs[i], squareSlope[i]);
            }
        }
        for (int i = 0; i < square.length; i++) {
            square[i] = Exponential.exp(2 * square[i]);
            squareSlope[i] *= 2 * square[i] / (STEP * totalVolatility);
        }
        spread();
        return true;
    }

    private void spread() {
        for (int k = 0; k < depths.length; k++) {
            double at = nodes.end(square, k);
            boolean positive = at > SMALLEST_SQUARE;
            depths[k] = positive ? Math.sqrt(at) : 0;
            depthSlopes[k] = positive ? nodes.end(squareSlope, k) / (2 * depths[k]) : 0;
        }
    }

    /// The logarithms of the depths at a point of the volatility grid.
    private double @Nullable [] point(int index) {
        double[] logs = solved.get(index);
        if (logs == null) {
            logs = new double[square.length];
            if (!solver.solve(rate, dividendYield, StrictMath.exp(index * STEP), logs)) {
                return null;
            }
            for (int i = 0; i < logs.length; i++) {
                logs[i] = StrictMath.log(logs[i]);
            }
            solved.put(index, logs);
        }
        return logs;
    }

    /// Lagrange's polynomials of the points 0 to 7 at a place, and their slopes.
    private void weigh(double place) {
        for (int p = 0; p < POINTS; p++) {
            double weight = 1;
            double slope = 0;
            for (int other = 0; other < POINTS; other++) {
                if (other != p) {
                    double factor = (place - other) / (p - other);
                    slope = slope * factor + weight / (p - other);
                    weight *= factor;
                }
            }
            weights[p] = weight;
            slopes[p] = slope;
        }
    }
}
