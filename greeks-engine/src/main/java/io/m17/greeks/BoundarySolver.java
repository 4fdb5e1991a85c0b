package io.m17.greeks;

import java.util.Arrays;

/// Finds the early exercise boundary of an American put by Newton's method on all its points at once.
///
/// Units: strike 1, time to expiry 1, so that `rate` is rT, `dividendYield` qT and `total` σ√T. The boundary is B(τ) =
/// X e^{−y(τ)} with X = min(1, r/q) its limit at expiry; the *depth* y is what is found, at the points of
/// [BoundaryNodes]. The equation of a point is Kim's, in the two forms of L. Andersen, M. Lake, D. Offengenden,
/// *High-performance American option pricing*, Journal of Computational Finance 20 (2016): ln B = ln(N/D) with N and D
/// of their system A, of the slope at the boundary, or B, of the value. A settles in three or four steps, except at
/// volatilities far below the rates, where B does. The derivative of a point's equation by every other point is formed
/// along with it, hence the steps are Newton's and not a fixed point's. They begin at [BoundaryGuess].
///
/// Mutable, confined to one thread; allocation-free after construction. Rates must leave one boundary.
final class BoundarySolver {
    /// Steps that either form may take.
    static final int MAX_STEPS = 14;

    /// A change of ln B this small in units of σ√T is the last: the next would be about its square.
    private static final double LAST_STEP = 1e-3;

    /// Where the carry is larger than this in units of σ√T, form B is tried first.
    private static final double LARGE_CARRY = 0.5;

    private static final double LARGEST_FACTOR = 2.5;
    private static final double SMALLEST_SQUARE = 1e-30;

    private final BoundaryNodes nodes;
    private final double[] squares;
    private final double[] depth;
    private final double[] jacobian;
    private final double[] residual;
    private final double[] perSquareN;
    private final double[] perSquareD;
    private final double[] weightMinus;
    private final double[] weightPlus;
    private double rate;
    private double dividendYield;
    private double total;
    private double logLimit;
    private double n;
    private double d;
    private double slopeN;
    private double slopeD;
    private int steps;

    BoundarySolver(BoundaryNodes nodes) {
        this.nodes = nodes;
        int count = nodes.count();
        this.squares = new double[count];
        this.depth = new double[count];
        this.jacobian = new double[count * count];
        this.residual = new double[count];
        this.perSquareN = new double[nodes.innerCount()];
        this.perSquareD = new double[nodes.innerCount()];
        this.weightMinus = new double[count * nodes.innerCount()];
        this.weightPlus = new double[count * nodes.innerCount()];
    }

    /// The steps of the last [#solve].
    int steps() {
        return steps;
    }

    /// ln X, the limit of the boundary at expiry.
    static double logLimit(double rate, double dividendYield) {
        return dividendYield > rate ? StrictMath.log(rate / dividendYield) : 0;
    }

    /// Fills `depths` with y at the points; false when neither form settles.
    boolean solve(double rate, double dividendYield, double total, double[] depths) {
        this.rate = rate;
        this.dividendYield = dividendYield;
        this.total = total;
        this.logLimit = logLimit(rate, dividendYield);
        weigh();
        boolean slopeFirst = Math.abs(rate - dividendYield) <= LARGE_CARRY * total;
        boolean settled = settle(slopeFirst) || settle(!slopeFirst);
        System.arraycopy(depth, 0, depths, 0, depth.length);
        return settled;
    }

    private boolean settle(boolean slopeForm) {
        BoundaryGuess.fill(nodes, rate, dividendYield, total, logLimit, depth);
        for (steps = 1; steps <= MAX_STEPS; steps++) {
            for (int i = 0; i < depth.length; i++) {
                squares[i] = depth[i] * depth[i];
            }
            for (int i = 0; i < depth.length; i++) {
                equation(i, slopeForm);
            }
            LinearSystem.solve(jacobian, residual);
            double change = step();
            if (!(change <= Double.MAX_VALUE)) {
                return false;
            }
            if (change < LAST_STEP * total) {
                return true;
            }
        }
        return false;
    }

    /// Takes the step in `residual`, at most by a factor; returns the largest change.
    private double step() {
        double largest = 0;
        for (int i = 0; i < depth.length; i++) {
            double next = depth[i] - residual[i];
            double bounded = Math.clamp(next, depth[i] / LARGEST_FACTOR, depth[i] * LARGEST_FACTOR);
            largest = Math.max(largest, Math.abs(bounded - depth[i]));
            depth[i] = bounded;
        }
        return largest;
    }

    /// Fills residual i, ln(N/D) − ln B, and its derivatives by all depths. A depth moves against ln B.
    private void equation(int i, boolean slopeForm) {
        double logBoundary = logLimit - depth[i];
        if (slopeForm) {
            slopeForm(i, logBoundary);
        } else {
            valueForm(i, logBoundary);
        }
        double ofN = rate / n;
        double ofD = dividendYield / d;
        int row = i * depth.length;
        Arrays.fill(jacobian, row, row + depth.length, 0);
        for (int k = 0; k < nodes.innerCount(); k++) {
            nodes.addInner(ofN * perSquareN[k] - ofD * perSquareD[k], i, k, jacobian, row);
        }
        for (int j = 0; j < depth.length; j++) {
            jacobian[row + j] *= depth[j];
        }
        jacobian[row + i] += 1 - slopeN / n + slopeD / d;
        residual[i] = StrictMath.log(n / d) - logBoundary;
    }

    /// N and D of system A and their slopes by ln B.
    private void slopeForm(int i, double logBoundary) {
        double z = nodes.z(i);
        double deviation = total * z;
        double plus = plus(logBoundary, z);
        double densityPlus = Normal.fastDensity(plus);
        double head = discount(i) * Normal.fastDensity(plus - deviation) / deviation;
        double perRoot = z / total;
        double drift = (rate - dividendYield) * perRoot + 0.5 * deviation;
        double sumN = 0;
        double sumD = 0;
        double sumSlopeN = 0;
        double sumSlopeD = 0;
        int weights = i * nodes.innerCount();
        for (int k = 0; k < nodes.innerCount(); k++) {
            double sine = nodes.sine(k);
            double square = nodes.inner(squares, i, k);
            double other = Math.sqrt(Math.max(square, SMALLEST_SQUARE));
            double perSine = 1 / (deviation * sine);
            double dPlus = Math.fma(other - depth[i], perSine, drift * sine);
            double dMinus = dPlus - deviation * sine;
            double phiPlus = Normal.fastDensity(dPlus);
            double flowPlus = weightPlus[weights + k] * phiPlus * perRoot;
            double flowMinus = weightMinus[weights + k] * Normal.fastDensity(dMinus) * perRoot;
            double rateN = -flowMinus * dMinus * perSine;
            double rateD = flowPlus * (1 - dPlus * perSine);
            sumN += flowMinus;
            sumD += weightPlus[weights + k] * Normal.cumulative(dPlus, phiPlus) * z * z * sine + flowPlus;
            sumSlopeN += rateN;
            sumSlopeD += rateD;
            double perOther = square > SMALLEST_SQUARE ? 1 / other : 0;
            perSquareN[k] = rateN * perOther;
            perSquareD[k] = rateD * perOther;
        }
        double yieldHead = dividendDiscount(i);
        n = head + rate * sumN;
        slopeN = -(plus - deviation) * head / deviation + rate * sumSlopeN;
        d = yieldHead * (densityPlus / deviation + Normal.cumulative(plus, densityPlus)) + dividendYield * sumD;
        slopeD = yieldHead * densityPlus * (1 - plus / deviation) / deviation + dividendYield * sumSlopeD;
    }

    /// N and D of system B and their slopes by ln B.
    private void valueForm(int i, double logBoundary) {
        double z = nodes.z(i);
        double deviation = total * z;
        double plus = plus(logBoundary, z);
        double densityPlus = Normal.fastDensity(plus);
        double densityMinus = Normal.fastDensity(plus - deviation);
        double perRoot = z / total;
        double drift = (rate - dividendYield) * perRoot + 0.5 * deviation;
        double sumN = 0;
        double sumD = 0;
        double sumSlopeN = 0;
        double sumSlopeD = 0;
        int weights = i * nodes.innerCount();
        for (int k = 0; k < nodes.innerCount(); k++) {
            double sine = nodes.sine(k);
            double square = nodes.inner(squares, i, k);
            double other = Math.sqrt(Math.max(square, SMALLEST_SQUARE));
            double dPlus = (other - depth[i]) / (deviation * sine) + drift * sine;
            double dMinus = dPlus - deviation * sine;
            double phiPlus = Normal.fastDensity(dPlus);
            double phiMinus = Normal.fastDensity(dMinus);
            double rateN = weightMinus[weights + k] * phiMinus * perRoot;
            double rateD = weightPlus[weights + k] * phiPlus * perRoot;
            sumN += weightMinus[weights + k] * Normal.cumulative(dMinus, phiMinus) * z * z * sine;
            sumD += weightPlus[weights + k] * Normal.cumulative(dPlus, phiPlus) * z * z * sine;
            sumSlopeN += rateN;
            sumSlopeD += rateD;
            double perOther = square > SMALLEST_SQUARE ? 1 / other : 0;
            perSquareN[k] = rateN * perOther;
            perSquareD[k] = rateD * perOther;
        }
        n = discount(i) * Normal.cumulative(plus - deviation, densityMinus) + rate * sumN;
        slopeN = discount(i) * densityMinus / deviation + rate * sumSlopeN;
        d = dividendDiscount(i) * Normal.cumulative(plus, densityPlus) + dividendYield * sumD;
        slopeD = dividendDiscount(i) * densityPlus / deviation + dividendYield * sumSlopeD;
    }

    /// d₊ of the boundary against the strike.
    private double plus(double logBoundary, double z) {
        return (logBoundary + (rate - dividendYield) * z * z) / (total * z) + 0.5 * total * z;
    }

    private double discount(int i) {
        return Exponential.exp(-rate * nodes.z(i) * nodes.z(i));
    }

    private double dividendDiscount(int i) {
        return Exponential.exp(-dividendYield * nodes.z(i) * nodes.z(i));
    }

    /// What no step changes: quadrature weights times discounts.
    private void weigh() {
        for (int i = 0; i < depth.length; i++) {
            for (int k = 0; k < nodes.innerCount(); k++) {
                double root = nodes.z(i) * nodes.sine(k);
                int at = i * nodes.innerCount() + k;
                weightMinus[at] = nodes.weight(k) * Exponential.exp(-rate * root * root);
                weightPlus[at] = nodes.weight(k) * Exponential.exp(-dividendYield * root * root);
            }
        }
    }
}
