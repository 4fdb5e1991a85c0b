package io.m17.market.flatfile;

import java.nio.file.Path;
import java.time.LocalDate;

/// The kinds of flat files, one file a trading day each.
public enum Dataset {
    STOCK_TRADES("us_stocks_sip", "trades_v1"),
    STOCK_QUOTES("us_stocks_sip", "quotes_v1"),
    OPTION_TRADES("us_options_opra", "trades_v1"),
    OPTION_QUOTES("us_options_opra", "quotes_v1");

    private final String prefix;
    private final String type;

    Dataset(String prefix, String type) {
        this.prefix = prefix;
        this.type = type;
    }

    /// The dataset's folder below the root of the vendor's layout.
    public Path folder(Path root) {
        return root.resolve(prefix).resolve(type);
    }

    /// The folder of a date's month below the root of the vendor's layout.
    public Path folder(Path root, LocalDate date) {
        return folder(root).resolve(digits(date.getYear(), 4)).resolve(digits(date.getMonthValue(), 2));
    }

    private static String digits(int value, int width) {
        String text = Integer.toString(value);
        return "0".repeat(Math.max(0, width - text.length())) + text;
    }
}
