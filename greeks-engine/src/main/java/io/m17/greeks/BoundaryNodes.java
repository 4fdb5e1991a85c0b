package io.m17.greeks;

import java.util.Arrays;

/// Where the early exercise boundary is known, where it is needed, and the linear map between: what does not depend on
/// the option, and is computed once.
///
/// The squared depth of the boundary is a polynomial in x, with √(τ/T) = z a power of x, through Chebyshev
/// points 1 = x₀ > … > xₙ = 0, where it is 0. The integral at time τ runs over the elapsed time w = τ
/// sin²θ, by Gauss–Legendre in θ ∈ (0, π/2): neither end has the square root that w itself would bring. The
/// premium has its layer at θ = 0 when the spot is near the boundary, so its points lie in √θ.
///
/// Source of the method: L. Andersen, M. Lake, D. Offengenden, *High-performance American option pricing*, Journal of
/// Computational Finance 20 (2016), with z = x and other substitutions. Immutable; the arrays never leave it.
final class BoundaryNodes {
    /// How many points. A boundary that starts at the strike is smoothest with z = x^{3/2}, for its
    /// logarithm there; one that starts below with z = x.
    record Setting(BoundaryNodes fromStrike, BoundaryNodes fromBelow) {
        static final Setting PRODUCTION =
                new Setting(new BoundaryNodes(12, 16, 40, 1.5), new BoundaryNodes(16, 16, 40, 1));
        static final Setting CONVERGED =
                new Setting(new BoundaryNodes(24, 56, 160, 1.5), new BoundaryNodes(24, 56, 160, 1));
    }

    private final double power;
    private final int count;
    private final double[] x;
    private final double[] z;
    private final double[] sine;
    private final double[] weight;
    private final double[] maps;
    private final double[] endSine;
    private final double[] endWeight;
    private final double[] endMap;

    /// @param count Chebyshev points but for z = 0, where the boundary is known
    /// @param innerCount quadrature points of the integrals that fix the boundary
    /// @param endCount quadrature points of the premium
    private BoundaryNodes(int count, int innerCount, int endCount, double power) {
        GaussLegendre inner = GaussLegendre.of(innerCount);
        GaussLegendre end = GaussLegendre.of(endCount);
        this.power = power;
        this.count = count;
        this.z = new double[count];
        this.x = new double[count];
        for (int i = 0; i < count; i++) {
            x[i] = 0.5 * (1 + StrictMath.cos(Math.PI * i / count));
            z[i] = StrictMath.pow(x[i], power);
        }
        this.maps = new double[count * inner.count() * count];
        this.sine = new double[inner.count()];
        this.weight = new double[inner.count()];
        for (int k = 0; k < inner.count(); k++) {
            double angle = 0.5 * Math.PI * inner.nodes()[k];
            double cosine = StrictMath.cos(angle);
            sine[k] = StrictMath.sin(angle);
            weight[k] = Math.PI * cosine * inner.weights()[k];
            for (int i = 0; i < count; i++) {
                row(z[i] * cosine, maps, (i * inner.count() + k) * count);
            }
        }
        this.endMap = new double[end.count() * count];
        this.endSine = new double[end.count()];
        this.endWeight = new double[end.count()];
        for (int k = 0; k < end.count(); k++) {
            double root = end.nodes()[k];
            double angle = 0.5 * Math.PI * root * root;
            double cosine = StrictMath.cos(angle);
            endSine[k] = StrictMath.sin(angle);
            endWeight[k] = 2 * Math.PI * root * cosine * end.weights()[k];
            row(cosine, endMap, k * count);
        }
    }

    /// The nodes for a put at this rate and dividend yield.
    static BoundaryNodes of(Setting setting, double rate, double dividendYield) {
        return dividendYield > rate ? setting.fromBelow : setting.fromStrike;
    }

    int count() {
        return count;
    }

    int innerCount() {
        return sine.length;
    }

    int endCount() {
        return endSine.length;
    }

    /// √(τ/T) at point i.
    double z(int i) {
        return z[i];
    }

    /// sin θ, the root of the elapsed time over τ.
    double sine(int k) {
        return sine[k];
    }

    /// The weight of dθ times 2 cos θ, so that dw = τ · weight · sin θ.
    double weight(int k) {
        return weight[k];
    }

    double endSine(int k) {
        return endSine[k];
    }

    double endWeight(int k) {
        return endWeight[k];
    }

    /// The polynomial through `values` at the place of quadrature point k of the integral at point i.
    double inner(double[] values, int i, int k) {
        return dot(maps, (i * sine.length + k) * count, values);
    }

    /// The polynomial through `values` at the place of quadrature point k of the premium.
    double end(double[] values, int k) {
        return dot(endMap, k * count, values);
    }

    /// Adds to `sums` what each value counts for in [#inner], times a factor.
    void addInner(double factor, int i, int k, double[] sums, int sumsFrom) {
        int from = (i * sine.length + k) * count;
        for (int j = 0; j < count; j++) {
            sums[sumsFrom + j] = Math.fma(factor, maps[from + j], sums[sumsFrom + j]);
        }
    }

    private double dot(double[] map, int from, double[] values) {
        double even = 0;
        double odd = 0;
        int j = 0;
        for (; j + 1 < count; j += 2) {
            even = Math.fma(map[from + j], values[j], even);
            odd = Math.fma(map[from + j + 1], values[j + 1], odd);
        }
        return j < count ? Math.fma(map[from + j], values[j], even) + odd : even + odd;
    }

    /// The barycentric formula for Chebyshev points of the second kind; the value at z = 0 is 0 and has no column.
    private void row(double place, double[] map, int from) {
        double at = StrictMath.pow(place, 1 / power);
        double sum = 0.5 * sign(count) / at;
        for (int j = 0; j < count; j++) {
            double distance = at - x[j];
            if (distance == 0) {
                Arrays.fill(map, from, from + count, 0);
                map[from + j] = 1;
                return;
            }
            map[from + j] = (j == 0 ? 0.5 : 1) * sign(j) / distance;
            sum += map[from + j];
        }
        for (int j = 0; j < count; j++) {
            map[from + j] /= sum;
        }
    }

    private static double sign(int j) {
        return j % 2 == 0 ? 1 : -1;
    }
}
