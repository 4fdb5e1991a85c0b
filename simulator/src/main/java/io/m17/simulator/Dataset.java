package io.m17.simulator;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;

/// The vendor's daily files, with the folder they stand in.
public enum Dataset {
    STOCK_TRADES("us_stocks_sip/trades_v1"),
    STOCK_QUOTES("us_stocks_sip/quotes_v1"),
    OPTION_TRADES("us_options_opra/trades_v1"),
    OPTION_QUOTES("us_options_opra/quotes_v1");

    private final String folder;

    Dataset(String folder) {
        this.folder = folder;
    }

    /// The path below the root directory: `us_stocks_sip/trades_v1/2025/06/2025-06-02.csv.gz`.
    public Path path(LocalDate date) {
        return Path.of(
                folder,
                String.format(Locale.ROOT, "%04d", date.getYear()),
                String.format(Locale.ROOT, "%02d", date.getMonthValue()),
                date + ".csv.gz");
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
