package io.m17.market.flatfile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.m17.market.condition.TradeConditions;
import io.m17.market.quote.QuoteColumns;
import io.m17.market.trade.TradeColumns;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/// Real data in the vendor's layout, where it is at hand; the numbers are those of its description.
class RealFilesTest {
    private static final VendorDirectory FILES =
            new VendorDirectory(Path.of(System.getProperty("m17.root", "."), "..", "shared", "data", "flat"));

    @Test
    void readsADayOfTrades() {
        Recorder<TradeColumns> sink = new Recorder<>(TradeColumns.create(), name -> true);
        ScanReport report = TradeFileReader.read(
                file(Dataset.STOCK_TRADES, LocalDate.of(2013, 10, 7)), sink, ReadOptions.defaults());
        assertEquals(388_417, report.rows());
        assertEquals(0, report.malformed(), report.firstMalformed().toString());
        assertEquals(33_117_339, report.bytes());
        assertEquals(List.of("begin AIG", "begin BAC", "begin IBM", "begin SPY"), begins(sink));
        TradeColumns trades = sink.columns;
        assertEquals("12,14,41", trades.conditions.get(1));
        assertEquals(48_870_000, trades.price.get(1));
        assertEquals(1381132981540000000L, trades.sipTimestamp.get(1));
        assertEquals(29, trades.conditions.dictionary().size());
        for (int eligibility : TradeConditions.stocks().eligibilityByCode(trades.conditions.dictionary())) {
            assertEquals(0, eligibility & TradeConditions.UNKNOWN);
        }
    }

    @Test
    void readsADayOfQuotes() {
        Recorder<QuoteColumns> sink = new Recorder<>(QuoteColumns.create(), name -> true);
        ScanReport report = QuoteFileReader.read(
                file(Dataset.STOCK_QUOTES, LocalDate.of(2013, 10, 7)), sink, ReadOptions.defaults());
        assertEquals(832_930, report.rows());
        assertEquals(0, report.malformed(), report.firstMalformed().toString());
        assertEquals(List.of("begin AIG", "begin BAC", "begin IBM"), begins(sink));
    }

    @Test
    void readsADayOfOptionQuotes() {
        Recorder<QuoteColumns> sink = new Recorder<>(QuoteColumns.create(), name -> true);
        ScanReport report = QuoteFileReader.read(
                file(Dataset.OPTION_QUOTES, LocalDate.of(2014, 6, 5)), sink, ReadOptions.defaults());
        assertEquals(30_468, report.rows());
        assertEquals(0, report.malformed(), report.firstMalformed().toString());
        assertEquals(1, sink.columns.instrument.dictionary().size());
        assertEquals("O:TWX", sink.columns.instrument.get(0));
        assertEquals("O:TWX140621C00042500", sink.columns.ticker.get(0));
    }

    private static List<String> begins(Recorder<?> sink) {
        return sink.events.stream().filter(event -> event.startsWith("begin")).toList();
    }

    private static Path file(Dataset dataset, LocalDate date) {
        Optional<SourceFile> file = FILES.find(dataset, date);
        Assumptions.assumeTrue(file.isPresent());
        return Path.of(file.orElseThrow().location());
    }
}
