package io.m17.greeks;

/// The sensitivities of one option's value: filled by [BlackScholes#greeks], NaN until then.
///
/// Mutable, reusable, confined to one thread.
public final class Greeks {
    private double delta = Double.NaN;
    private double gamma = Double.NaN;
    private double vega = Double.NaN;
    private double theta = Double.NaN;
    private double rho = Double.NaN;

    /// ∂V/∂S: by spot; negative for puts.
    public double delta() {
        return delta;
    }

    /// ∂²V/∂S²: of delta by spot.
    public double gamma() {
        return gamma;
    }

    /// ∂V/∂σ: per 1.00 of volatility; divide by 100 for a volatility point.
    public double vega() {
        return vega;
    }

    /// −∂V/∂T: per year of time that passes, negative where the option decays; divide by 365 for a calendar day.
    public double theta() {
        return theta;
    }

    /// ∂V/∂r at constant spot and dividend yield: per 1.00 of rate; divide by 10 000 for a basis point.
    public double rho() {
        return rho;
    }

    void set(double delta, double gamma, double vega, double theta, double rho) {
        this.delta = delta;
        this.gamma = gamma;
        this.vega = vega;
        this.theta = theta;
        this.rho = rho;
    }

    void setUndefined() {
        set(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }
}
