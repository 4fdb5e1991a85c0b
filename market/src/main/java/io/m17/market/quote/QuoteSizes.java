package io.m17.market.quote;

import io.m17.market.instrument.InstrumentKind;
import java.time.LocalDate;

/// In what unit quotes give their sizes, and how they compare with those of trades.
public final class QuoteSizes {
    /// The first session whose stock quotes have their sizes in shares.
    public static final LocalDate IN_SHARES = LocalDate.of(2025, 11, 3);

    private static final int ROUND_LOT = 100;

    private QuoteSizes() {}

    /// What one unit of a quote's size is in shares or contracts: 100 for equities before [#IN_SHARES], the round lot
    /// of nearly all stocks (the few with lots of 10 or of one are not known here, and their sizes too large); 1 since,
    /// and for options.
    public static int unit(InstrumentKind kind, LocalDate session) {
        return kind == InstrumentKind.EQUITY && session.isBefore(IN_SHARES) ? ROUND_LOT : 1;
    }
}
