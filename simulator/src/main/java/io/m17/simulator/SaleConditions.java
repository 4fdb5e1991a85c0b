package io.m17.simulator;

/// The combinations of sale conditions that simulated trades carry, with what the consolidated processing
/// guidelines of the CTA and UTP plans let them update. Codes are the vendor's.
///
/// A combination may update what each of its codes may: odd lot (37), Form T (12), average price (2) and qualified
/// contingent (53) update volume only; official open (16) and official close (15) update nothing; regular (none or
/// 0), intermarket sweep (14), trade-through exempt (41), opening (25) and closing (8) prints update everything.
/// The option codes used (automatic 209, sweep 219, auction 227, multi-leg 232) update everything, a cancelled
/// option trade (201) nothing.
enum SaleConditions {
    REGULAR("", true, true),
    REGULAR_EXPLICIT("0", true, true),
    SWEEP("14,41", true, true),
    ODD_LOT("37", true, false),
    SWEEP_ODD_LOT("14,37,41", true, false),
    FORM_T("12", true, false),
    FORM_T_ODD_LOT("12,37", true, false),
    AVERAGE_PRICE("2", true, false),
    CONTINGENT("41,53", true, false),
    OPENING("25", true, true),
    OFFICIAL_OPEN("16", false, false),
    CLOSING("8", true, true),
    OFFICIAL_CLOSE("15", false, false),
    OPTION_AUTOMATIC("209", true, true),
    OPTION_SWEEP("219", true, true),
    OPTION_AUCTION("227", true, true),
    OPTION_MULTI_LEG("232", true, true),
    OPTION_CANCELLED("201", false, false);

    private final String codes;
    private final boolean updatesVolume;
    private final boolean updatesPrices;

    SaleConditions(String codes, boolean updatesVolume, boolean updatesPrices) {
        this.codes = codes;
        this.updatesVolume = updatesVolume;
        this.updatesPrices = updatesPrices;
    }

    /// The vendor's comma list, without quotes.
    String codes() {
        return codes;
    }

    boolean updatesVolume() {
        return updatesVolume;
    }

    /// Whether such a trade may set open, high, low and close.
    boolean updatesPrices() {
        return updatesPrices;
    }
}
