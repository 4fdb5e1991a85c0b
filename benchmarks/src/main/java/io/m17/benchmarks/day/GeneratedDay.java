package io.m17.benchmarks.day;

import io.m17.benchmarks.Progress;
import io.m17.benchmarks.Scratch;
import io.m17.benchmarks.day.DayFiles.Kind;
import io.m17.market.flatfile.Dataset;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A day in the scratch directory whose number of rows is known.
///
/// @param rows by dataset
public record GeneratedDay(String name, VendorDay files, Map<Dataset, Long> rows) {
    private static final LocalDate DATE = LocalDate.of(2025, 6, 2);
    private static final Pattern WRITTEN = Pattern.compile("(?m)^(.+\\.csv\\.gz), (\\d+) rows$");

    public GeneratedDay {
        rows = Map.copyOf(rows);
    }

    /// A day of 200 equities by m17's simulator.
    public static GeneratedDay simulate(long trades, long quotes) throws IOException, InterruptedException {
        String name = "%,d trades and %,d quotes".formatted(trades, quotes);
        VendorDay files = new VendorDay(Scratch.fresh("simulated-" + trades), DATE);
        Progress.say("simulating " + name);
        Matcher written = WRITTEN.matcher(
                M17Command.find().simulate(files.root(), trades, quotes).output());
        Map<Dataset, Long> rows = new EnumMap<>(Dataset.class);
        while (written.find()) {
            for (Dataset dataset : Dataset.values()) {
                if (files.file(dataset).equals(Path.of(written.group(1)))) {
                    rows.put(dataset, Long.valueOf(written.group(2)));
                }
            }
        }
        return new GeneratedDay(name, files, rows);
    }

    /// One file of option quotes.
    ///
    /// @param order of its rows
    public static GeneratedDay optionQuotes(long rows, OptionQuoteFile.Order order) throws IOException {
        String name = "%,d option quotes %s".formatted(rows, order.words());
        VendorDay files = new VendorDay(Scratch.fresh("options"), DATE);
        Progress.say("writing " + name);
        OptionQuoteFile.write(files, rows, order);
        return new GeneratedDay(name, files, Map.of(Dataset.OPTION_QUOTES, rows));
    }

    /// What of the rows does not stand in the artifacts of a state; empty when every row does.
    List<String> lost(Path state) throws SQLException {
        List<String> lost = new ArrayList<>();
        for (Map.Entry<Dataset, Long> written : rows.entrySet()) {
            Kind kind = switch (written.getKey()) {
                case STOCK_TRADES, OPTION_TRADES -> Kind.TRADE;
                case STOCK_QUOTES, OPTION_QUOTES -> Kind.QUOTE;
            };
            long count = DayContents.count(DayFiles.ofState(state), kind);
            if (count != written.getValue()) {
                lost.add("%,d rows of %s arrived instead of %,d".formatted(count, kind, written.getValue()));
            }
        }
        return lost;
    }

    public void delete() {
        Scratch.delete(files.root());
    }
}
