package io.m17.market.trade;

import java.util.List;

/// The vendor's correction codes: 0 a regular trade, 1 a trade that was later corrected and carries the corrected data;
/// 7 and 8 trades later found erroneous or cancelled; 10, 11 and 12 the records that say so.
public final class Corrections {
    /// The codes that the vendor documents.
    public static final List<Integer> CODES = List.of(0, 1, 7, 8, 10, 11, 12);

    private Corrections() {}

    /// Whether a row of that code stands for a trade that took place as the row has it. One of a code that nobody
    /// documents does not.
    public static boolean stands(int correction) {
        return correction == 0 || correction == 1;
    }
}
