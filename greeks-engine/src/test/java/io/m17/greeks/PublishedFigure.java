package io.m17.greeks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// A line of `published-figures.csv`: one printed figure, what it is a figure of, and where it is printed.
///
/// @param given the volatility; the price where the volatility is asked for
/// @param quantity a column of the Greeks artifacts, [#PRICE] or [#PREMIUM]
record PublishedFigure(
        ExerciseStyle style,
        Right right,
        double spot,
        double strike,
        double years,
        double rate,
        double dividendYield,
        double given,
        String quantity,
        double value,
        double tolerance,
        String source) {
    static final String PRICE = "price";
    /// The American price less the European one.
    static final String PREMIUM = "premium";

    private static final String TABLE = "published-figures.csv";
    private static final int FIELDS = 12;

    static List<PublishedFigure> all() {
        try (InputStream in = Objects.requireNonNull(PublishedFigure.class.getResourceAsStream(TABLE), TABLE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(PublishedFigure::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PublishedFigure parse(String line) {
        String[] fields = line.split("\\|", -1);
        if (fields.length != FIELDS) {
            throw new IllegalArgumentException("a figure has " + FIELDS + " fields [line=" + line + "]");
        }
        return new PublishedFigure(
                ExerciseStyle.valueOf(fields[0]),
                Right.valueOf(fields[1]),
                Double.parseDouble(fields[2]),
                Double.parseDouble(fields[3]),
                Double.parseDouble(fields[4]),
                Double.parseDouble(fields[5]),
                Double.parseDouble(fields[6]),
                Double.parseDouble(fields[7]),
                fields[8],
                Double.parseDouble(fields[9]),
                Double.parseDouble(fields[10]),
                fields[11]);
    }

    /// What m17 says.
    double calculated() {
        return switch (quantity) {
            case PRICE -> price(style);
            case PREMIUM -> price(ExerciseStyle.AMERICAN) - price(ExerciseStyle.EUROPEAN);
            case "implied_volatility" -> impliedVolatility();
            case "delta" -> greeks().delta();
            case "gamma" -> greeks().gamma();
            case "vega" -> greeks().vega();
            case "theta" -> greeks().theta();
            case "rho" -> greeks().rho();
            case "vanna" -> greeks().vanna();
            case "charm" -> greeks().charm();
            case "vomma" -> greeks().vomma();
            default -> throw new IllegalArgumentException("nothing gives that quantity [quantity=" + quantity + "]");
        };
    }

    /// The price by another method than the kernel's.
    double treePrice(int steps) {
        return BinomialTree.price(spot, strike, terms(), given, right, steps);
    }

    private double price(ExerciseStyle of) {
        return switch (of) {
            case EUROPEAN -> BlackScholes.price(spot, strike, terms(), given, right);
            case AMERICAN -> new AmericanExpiry(terms()).price(spot, strike, given, right);
        };
    }

    private double impliedVolatility() {
        OptionValuation valuation = new OptionValuation();
        OptionKernel kernel = new OptionKernel();
        switch (style) {
            case EUROPEAN -> kernel.valueQuote(given, given, spot, strike, terms(), right, valuation);
            case AMERICAN ->
                kernel.valueQuote(given, given, spot, strike, new AmericanExpiry(terms()), right, valuation);
        }
        return valuation.impliedVolatility();
    }

    private Greeks greeks() {
        Greeks greeks = new Greeks();
        switch (style) {
            case EUROPEAN -> BlackScholes.greeks(spot, strike, terms(), given, right, greeks);
            case AMERICAN -> new AmericanExpiry(terms()).greeks(spot, strike, given, right, greeks);
        }
        return greeks;
    }

    private ExpiryTerms terms() {
        return ExpiryTerms.of(years, rate, dividendYield);
    }
}
