package io.m17.market.flatfile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.m17.market.column.Column;
import io.m17.market.quote.QuoteColumns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuoteFileReaderTest {
    private static final String STOCK_HEADER =
            "ticker,ask_exchange,ask_price,ask_size,bid_exchange,bid_price,bid_size,conditions,indicators,participant_timestamp,sequence_number,sip_timestamp,tape,trf_timestamp\n";

    @TempDir
    Path directory;

    private final Recorder<QuoteColumns> sink = new Recorder<>(QuoteColumns.create(), name -> true);
    private final QuoteColumns quotes = sink.columns;

    @Test
    void readsEveryColumnOfAStockQuote() throws IOException {
        ScanReport report = read(STOCK_HEADER
                + "MSFT,19,276.5,3,11,276.25,4,\"1,43\",604,1679990340007888000,941,1679990340010084598,3,0\n");
        assertEquals(List.of(), report.unknownColumns());
        assertEquals(List.of(), report.missingColumns());
        assertEquals("MSFT", quotes.instrument.get(0));
        assertEquals("MSFT", quotes.ticker.get(0));
        assertEquals(19, quotes.askExchange.get(0));
        assertEquals(276_500_000, quotes.askPrice.get(0));
        assertEquals(3_000_000, quotes.askSize.get(0));
        assertEquals(11, quotes.bidExchange.get(0));
        assertEquals(276_250_000, quotes.bidPrice.get(0));
        assertEquals(4_000_000, quotes.bidSize.get(0));
        assertEquals("1,43", quotes.conditions.get(0));
        assertEquals("604", quotes.indicators.get(0));
        assertEquals(1679990340007888000L, quotes.participantTimestamp.get(0));
        assertEquals(941, quotes.sequenceNumber.get(0));
        assertEquals(1679990340010084598L, quotes.sipTimestamp.get(0));
        assertEquals(3, quotes.tape.get(0));
    }

    @Test
    void readsOptionQuotes() throws IOException {
        read("""
                ticker,ask_exchange,ask_price,ask_size,bid_exchange,bid_price,bid_size,sequence_number,sip_timestamp
                O:SPY241220P00720000,309,326.77,1,309,321.77,1,81779,1680010200067217664
                """);
        assertEquals("O:SPY", quotes.instrument.get(0));
        assertEquals("O:SPY241220P00720000", quotes.ticker.get(0));
        assertEquals("", quotes.conditions.get(0));
        assertEquals(Column.NULL, quotes.participantTimestamp.get(0));
        assertEquals(81_779, quotes.sequenceNumber.get(0));
    }

    @Test
    void takesOneSidedAndCrossedQuotesForRows() throws IOException {
        ScanReport report = read(STOCK_HEADER
                + "MSFT,19,0,0,19,0,0,19,,1679990340007888000,941,1679990340010084598,3,0\n"
                + "MSFT,19,0,0,19,7.5,2,,,1679990340007888000,942,1679990340010084599,3,0\n"
                + "MSFT,19,7,1,19,7.5,2,,,1679990340007888000,943,1679990340010084600,3,0\n");
        assertEquals(3, report.rows());
        assertEquals(0, report.malformed());
        assertEquals(0, quotes.askPrice.get(1));
        assertEquals(7_500_000, quotes.bidPrice.get(2));
    }

    @Test
    void refusesMalformedQuotes() throws IOException {
        String good = "A,1,2.5,3,4,2.4,5,,,1679990340007888000,941,1679990340010084598,3,0\n";
        ScanReport report = read(STOCK_HEADER
                + good.replace("2.4", "2.4444444")
                + good.replace(",941,", ",9x1,")
                + good.replace("A,1,", "A,,")
                + good);
        assertEquals(1, report.rows());
        assertEquals(
                List.of(
                        new MalformedRow(2, "bid_price has more than 6 decimals [value=2.4444444]"),
                        new MalformedRow(3, "sequence_number is not a number [value=9x1]"),
                        new MalformedRow(4, "ask_exchange is missing")),
                report.firstMalformed());
    }

    @Test
    void keepsNegativeValuesAndCountsTheirRows() throws IOException {
        String good = "A,1,2.5,3,4,2.4,5,,,1679990340007888000,941,1679990340010084598,3,0\n";
        ScanReport report =
                read(STOCK_HEADER + good + good.replace("2.5", "-2.5") + good.replace(",3,4,2.4,5,", ",-3,4,-2.4,-5,"));
        assertEquals(3, report.rows());
        assertEquals(2, report.flagged());
        assertEquals(0, report.malformed());
        assertEquals(-2_500_000, quotes.askPrice.get(1));
        assertEquals(-3_000_000, quotes.askSize.get(2));
        assertEquals(-2_400_000, quotes.bidPrice.get(2));
        assertEquals(-5_000_000, quotes.bidSize.get(2));
    }

    private ScanReport read(String content) throws IOException {
        Path file = Files.writeString(directory.resolve("quotes.csv"), content);
        return QuoteFileReader.read(file, sink, ReadOptions.defaults());
    }
}
