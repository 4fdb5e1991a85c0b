package io.m17.greeks;

/// What all options of one expiry share at one moment: the time left, the rate and the dividend yield.
///
/// Made once per expiry and minute, so that a contract pays for no exponential of the rate. Times are in years,
/// rates are continuous and per year (0.05 is 5 %). NaN stands for what is not known; [OptionKernel] turns it
/// into a reason. Immutable.
public final class ExpiryTerms {
    private final double years;
    private final double rate;
    private final double dividendYield;
    private final double sqrtYears;
    private final double discount;
    private final double dividendDiscount;
    private final double growth;

    private ExpiryTerms(double years, double rate, double dividendYield) {
        this.years = years;
        this.rate = rate;
        this.dividendYield = dividendYield;
        this.sqrtYears = Math.sqrt(years);
        this.discount = StrictMath.exp(-rate * years);
        this.dividendDiscount = StrictMath.exp(-dividendYield * years);
        this.growth = dividendDiscount / discount;
    }

    /// Returns the terms, whatever the values: unusable ones are named when a contract is valued.
    public static ExpiryTerms of(double years, double rate, double dividendYield) {
        return new ExpiryTerms(years, rate, dividendYield);
    }

    public double years() {
        return years;
    }

    public double rate() {
        return rate;
    }

    public double dividendYield() {
        return dividendYield;
    }

    /// e^{−rT}: today's value of one unit of money paid at expiry.
    public double discount() {
        return discount;
    }

    /// e^{−qT}: what one unit of the underlying delivered at expiry costs today, in units of the underlying.
    public double dividendDiscount() {
        return dividendDiscount;
    }

    /// S e^{(r − q)T}: the price agreed today for delivery at expiry.
    public double forward(double spot) {
        return spot * growth;
    }

    double sqrtYears() {
        return sqrtYears;
    }
}
