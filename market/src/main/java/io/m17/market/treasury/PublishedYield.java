package io.m17.market.treasury;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/// A par yield as it is published, a percentage of at most two decimals: `4.36`. Whatever source has it, the same text
/// gives the same number.
public final class PublishedYield {
    private static final int MOST_BPS = 10_000;
    private static final int SHOWN_CHARACTERS = 40;
    private static final Pattern PERCENT = Pattern.compile("-?\\d{1,3}(\\.\\d{0,2}0*)?");

    private PublishedYield() {}

    /// The yield in hundredths of a percent. What is no percentage of at most two decimals, or lies beyond 100 % either
    /// way, is an [IllegalArgumentException] that names the tenor; below zero is no fault.
    public static int bps(Tenor tenor, String percent) {
        if (!PERCENT.matcher(percent).matches()) {
            throw refused(tenor, "is not a percentage of at most two decimals", percent);
        }
        int bps = new BigDecimal(percent).movePointRight(2).intValueExact();
        if (Math.abs(bps) > MOST_BPS) {
            throw refused(tenor, "is beyond 100 percent", percent);
        }
        return bps;
    }

    private static IllegalArgumentException refused(Tenor tenor, String rule, String value) {
        String shown = value.length() <= SHOWN_CHARACTERS ? value : value.substring(0, SHOWN_CHARACTERS) + "…";
        return new IllegalArgumentException(tenor.label() + " " + rule + " [value=" + shown + "]");
    }
}
