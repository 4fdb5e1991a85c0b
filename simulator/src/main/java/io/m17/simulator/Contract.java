package io.m17.simulator;

import io.m17.simulator.pricing.OptionRight;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// One option contract. A value.
///
/// @param expiryNs when it ends: the close of its expiration
record Contract(String root, LocalDate expiration, OptionRight right, long strikeThousandths, long expiryNs) {
    private static final DateTimeFormatter YYMMDD = DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT);

    /// The vendor's ticker: `O:SPY251219C00650000`.
    String ticker() {
        return String.format(
                Locale.ROOT, "O:%s%s%c%08d", root, YYMMDD.format(expiration), right.code(), strikeThousandths);
    }

    double strike() {
        return strikeThousandths / 1000.0;
    }
}
