package io.m17.market.instrument;

import java.util.Map;

/// The option roots that are not the symbol of their underlying: series of an index that trade under a root of their
/// own because they settle in the afternoon, expire weekly or are exercised in another way.
///
/// | root | underlying | series |
/// | --- | --- | --- |
/// | `SPXW` | `SPX` | weekly, month-end and daily, settled at the close |
/// | `SPXPM` | `SPX` | third Friday settled at the close, until 2017 |
/// | `SPXQ` | `SPX` | quarterly, historical |
/// | `NDXP` | `NDX` | weekly and daily, settled at the close |
/// | `RUTW` | `RUT` | weekly and daily, settled at the close |
/// | `VIXW` | `VIX` | weekly |
/// | `XEO` | `OEX` | European exercise on the S&P 100 |
///
/// Sources: contract specifications of Cboe and Nasdaq PHLX. Roots such as `XSP`, `DJX`, `MRUT` and `XND` are not here:
/// the index is published under the same symbol.
final class OptionRoots {
    private static final Map<String, String> UNDERLYING_BY_ROOT = Map.of(
            "SPXW", "SPX",
            "SPXPM", "SPX",
            "SPXQ", "SPX",
            "NDXP", "NDX",
            "RUTW", "RUT",
            "VIXW", "VIX",
            "XEO", "OEX");

    private OptionRoots() {}

    /// The underlying's symbol; the root itself when the table does not list it.
    static String underlying(String root) {
        return UNDERLYING_BY_ROOT.getOrDefault(root, root);
    }
}
