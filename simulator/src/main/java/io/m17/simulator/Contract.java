package io.m17.simulator;

import io.m17.simulator.pricing.OptionRight;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// One option contract. A value.
record Contract(String root, LocalDate expiration, OptionRight right, long strikeThousandths) {
    private static final DateTimeFormatter YYMMDD = DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT);

    /// The vendor's ticker: `O:SPY251219C00650000`.
    String ticker() {
        return String.format(
                Locale.ROOT, "O:%s%s%c%08d", root, YYMMDD.format(expiration), right.code(), strikeThousandths);
    }

    double strike() {
        return strikeThousandths / 1000.0;
    }

    long expiryNs() {
        return TradingHours.expiryNs(expiration);
    }
}
