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
    private double vanna = Double.NaN;
    private double charm = Double.NaN;
    private double vomma = Double.NaN;

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

    /// ∂²V/∂S∂σ: of delta by volatility, and of vega by spot; per 1.00 of volatility.
    public double vanna() {
        return vanna;
    }

    /// −∂²V/∂S∂T: the change of delta per year of time that passes; divide by 365 for a calendar day.
    public double charm() {
        return charm;
    }

    /// ∂²V/∂σ²: of vega by volatility, per 1.00 of volatility twice; divide by 10 000 for volatility points.
    public double vomma() {
        return vomma;
    }

    void setFirst(double delta, double vega, double theta, double rho) {
        this.delta = delta;
        this.vega = vega;
        this.theta = theta;
        this.rho = rho;
    }

    void setSecond(double gamma, double vanna, double charm, double vomma) {
        this.gamma = gamma;
        this.vanna = vanna;
        this.charm = charm;
        this.vomma = vomma;
    }

    void setUndefined() {
        setFirst(Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        setSecond(Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }
}
