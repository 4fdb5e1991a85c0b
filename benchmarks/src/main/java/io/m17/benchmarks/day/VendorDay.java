package io.m17.benchmarks.day;

import io.m17.ledger.calendar.ExchangeCalendar;
import io.m17.ledger.calendar.TradingSession;
import io.m17.market.flatfile.Dataset;
import java.nio.file.Path;
import java.time.LocalDate;

/// A session's flat files in the vendor's layout.
///
/// @param root above `us_stocks_sip` and `us_options_opra`
public record VendorDay(Path root, LocalDate date) {
    /// The day's file of a dataset, whether it is there or not.
    public Path file(Dataset dataset) {
        return dataset.folder(root, date).resolve(date + ".csv.gz");
    }

    TradingSession session() {
        return ExchangeCalendar.nyse().session(date).orElseThrow();
    }
}
