package io.m17.market.treasury;

import java.util.Locale;
import java.util.Optional;

/// The twelve maturities of a curve, shortest first. The order is that of `tenor_bps` in a rate payload.
public enum Tenor {
    MONTH_1(0, 1),
    MONTH_2(1, 2),
    MONTH_3(2, 3),
    MONTH_6(3, 6),
    YEAR_1(4, 12),
    YEAR_2(5, 24),
    YEAR_3(6, 36),
    YEAR_5(7, 60),
    YEAR_7(8, 84),
    YEAR_10(9, 120),
    YEAR_20(10, 240),
    YEAR_30(11, 360);

    /// The number of tenors.
    public static final int COUNT = 12;

    private final int index;
    private final int months;

    Tenor(int index, int months) {
        this.index = index;
        this.months = months;
    }

    /// The place in an array of tenors, from 0.
    public int index() {
        return index;
    }

    /// The time to maturity in years, a month being a twelfth.
    public double years() {
        return months / 12.0;
    }

    /// The name of the column in the Treasury's files, `1 Mo` or `10 Yr`.
    public String label() {
        return months < 12 ? months + " Mo" : months / 12 + " Yr";
    }

    /// The tenor of a column, whatever its case and with `Month` for `Mo` and `Year` for `Yr`; none for other columns.
    static Optional<Tenor> ofLabel(String label) {
        String normal =
                label.strip().toLowerCase(Locale.ROOT).replace("month", "mo").replace("year", "yr");
        for (Tenor tenor : values()) {
            if (tenor.label().toLowerCase(Locale.ROOT).equals(normal)) {
                return Optional.of(tenor);
            }
        }
        return Optional.empty();
    }
}
