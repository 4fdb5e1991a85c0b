package io.m17.market.flatfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.m17.market.column.Column;
import io.m17.market.flatfile.FlatFileException.Fault;
import io.m17.market.trade.TradeBounds;
import io.m17.market.trade.TradeColumns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TradeFileReaderTest {
    private static final String STOCK_HEADER =
            "ticker,conditions,correction,exchange,id,participant_timestamp,price,sequence_number,sip_timestamp,size,tape,trf_id,trf_timestamp\n";

    @TempDir
    Path directory;

    private final Recorder<TradeColumns> sink = new Recorder<>(TradeColumns.create(), name -> true);
    private final TradeColumns trades = sink.columns;

    @Test
    void readsEveryColumnOfAStockTrade() throws IOException {
        ScanReport report = read(
                STOCK_HEADER
                        + "MSFT,\"12,37\",0,11,1,1679990400018025984,276.16,1550,1679990400018381329,55,3,0,0\n"
                        + "A,,1,4,52983525159748,1779427811494482943,114.790000,3478,1779436803799308985,4.000300,1,201,1779436803799271495\n");
        assertEquals(List.of("begin MSFT", "end 1", "begin A", "end 1"), sink.events);
        assertEquals(2, report.rows());
        assertEquals("MSFT", trades.instrument.get(0));
        assertEquals("MSFT", trades.ticker.get(0));
        assertEquals("12,37", trades.conditions.get(0));
        assertEquals(0, trades.correction.get(0));
        assertEquals(11, trades.exchange.get(0));
        assertEquals("1", trades.id.get(0));
        assertEquals(1679990400018025984L, trades.participantTimestamp.get(0));
        assertEquals(276_160_000, trades.price.get(0));
        assertEquals(1550, trades.sequenceNumber.get(0));
        assertEquals(1679990400018381329L, trades.sipTimestamp.get(0));
        assertEquals(55_000_000, trades.size.get(0));
        assertEquals(3, trades.tape.get(0));
        assertEquals(0, trades.trfId.get(0));
        assertEquals(Column.NULL, trades.trfTimestamp.get(0));
        assertEquals(0, trades.late.get(0));
        assertEquals("", trades.flag.get(0));
        assertEquals("", trades.conditions.get(1));
        assertEquals(1, trades.correction.get(1));
        assertEquals("52983525159748", trades.id.get(1));
        assertEquals(4_000_300, trades.size.get(1));
        assertEquals(201, trades.trfId.get(1));
        assertEquals(1779436803799271495L, trades.trfTimestamp.get(1));
        assertEquals(1, trades.late.get(1));
        assertEquals(List.of(), report.unknownColumns());
        assertEquals(List.of(), report.missingColumns());
    }

    @Test
    void readsBothLayoutsOfOptionTrades() throws IOException {
        ScanReport documented = read("""
                ticker,conditions,correction,exchange,participant_timestamp,price,sip_timestamp,size
                O:SPY230327P00390000,232,0,312,1678715620948000000,11.82,1678715620948000000,1
                """);
        ScanReport seen = read("""
                ticker,conditions,correction,exchange,price,sip_timestamp,size
                O:SPY230327P00390000,"232,209",0,312,.5,1678715620948000000,2
                """);
        assertEquals(List.of("id", "sequence_number", "tape", "trf_id", "trf_timestamp"), documented.missingColumns());
        assertTrue(seen.missingColumns().contains("participant_timestamp"));
        assertEquals("O:SPY", trades.instrument.get(0));
        assertEquals("O:SPY230327P00390000", trades.ticker.get(0));
        assertEquals(Column.NULL, trades.sequenceNumber.get(0));
        assertEquals("", trades.id.get(0));
        assertEquals(1678715620948000000L, trades.participantTimestamp.get(0));
        assertEquals(Column.NULL, trades.participantTimestamp.get(1));
        assertEquals(0, trades.late.get(1));
        assertEquals(500_000, trades.price.get(1));
        assertEquals("232,209", trades.conditions.get(1));
    }

    @Test
    void readsColumnsByNameInAnyOrderAndReportsUnknownOnes() throws IOException {
        ScanReport report = read("""
                size,colour,sip_timestamp,price,exchange,correction,conditions,ticker
                5,red,1678715620948000000,2,3,0,14,NA
                6,,1678715620948000001,2,3,0,,NA
                """);
        assertEquals(List.of("colour"), report.unknownColumns());
        assertEquals(List.of("begin NA", "end 2"), sink.events);
        assertEquals(6_000_000, trades.size.get(1));
    }

    @Test
    void callsATradeLateWhenItsClocksDifferByMoreThanTheLimit() throws IOException {
        String row = "A,,0,1,1,%d,1,1,1678715700000000000,1,1,0,0\n";
        String rows = row.formatted(1678715640000000000L)
                + row.formatted(1678715639999999999L)
                + row.formatted(1678715760000000001L)
                + row.formatted(0L);
        read(STOCK_HEADER + rows);
        assertEquals(List.of(0, 1, 1, 0), List.of(late(0), late(1), late(2), late(3)));
        assertEquals(Column.NULL, trades.participantTimestamp.get(3));
        TradeFileReader.read(
                write("rows.csv", STOCK_HEADER + rows),
                sink,
                ReadOptions.defaults().withLateAfterNs(59_999_999_999L));
        assertEquals(1, late(4));
    }

    @Test
    void refusesMalformedRowsOneByOneAndSaysWhy() throws IOException {
        String good = "A,12,0,4,1,1678715620948000000,10.5,1,1678715620948000000,1,1,0,0\n";
        ScanReport report = read(STOCK_HEADER
                + good
                + good.replace("10.5", "1.0000001")
                + good.replace("10.5", "abc")
                + good.replace("10.5", "")
                + good.replace("A,12", "A,\"12")
                + good.replace("A,12", "A")
                + good.replace("A,12", "A,x")
                + good.replace(",1678715620948000000,1,1,0,0", ",0,1,1,0,0")
                + "\n"
                + good.replace("A,12", ",12")
                + good.replace("A,12", "O:broken,12")
                + good.replace(",0,4,", ",0,9999999999,")
                + good);
        assertEquals(2, report.rows());
        assertEquals(11, report.malformed());
        assertEquals(0, report.flagged());
        assertEquals(
                List.of(
                        new MalformedRow(3, "price has more than 6 decimals [value=1.0000001]"),
                        new MalformedRow(4, "price is not a number [value=abc]"),
                        new MalformedRow(5, "price is missing"),
                        new MalformedRow(6, "quotes are unbalanced"),
                        new MalformedRow(7, "wrong number of fields [expected=13, found=12]"),
                        new MalformedRow(8, "conditions is not a list of numbers [value=x]"),
                        new MalformedRow(9, "sip_timestamp is zero [value=0]"),
                        new MalformedRow(10, "the line is empty"),
                        new MalformedRow(11, "ticker is missing"),
                        new MalformedRow(12, "ticker is no option ticker [value=O:broken]")),
                report.firstMalformed());
        assertEquals(List.of("begin A", "end 2"), sink.events);
        assertEquals(2, trades.count());
    }

    @Test
    void keepsTradesOutOfBoundsWithAFlagAndCountsThem() throws IOException {
        String good = "A,12,0,4,1,1678715620948000000,10.5,1,1678715620948000000,7,1,0,0\n";
        ScanReport report = read(STOCK_HEADER
                + good
                + good.replace("10.5", "0")
                + good.replace("10.5", "-0.25")
                + good.replace("10.5", "10000000.01")
                + good.replace(",7,1,0,0", ",-7.5,1,0,0")
                + good.replace(",7,1,0,0", ",1000000001,1,0,0")
                + good.replace("10.5", "-1.0000001")
                + good.replace("10.5", "-")
                + good.replace("10.5", "--1"));
        assertEquals(6, report.rows());
        assertEquals(5, report.flagged());
        assertEquals(
                List.of(
                        "",
                        "PRICE_NOT_POSITIVE",
                        "PRICE_NOT_POSITIVE",
                        "PRICE_TOO_HIGH",
                        "SIZE_NEGATIVE",
                        "SIZE_TOO_LARGE"),
                IntStream.range(0, 6).mapToObj(trades.flag::get).toList());
        assertEquals(0, trades.price.get(1));
        assertEquals(-250_000, trades.price.get(2));
        assertEquals(-7_500_000, trades.size.get(4));
        assertEquals(
                List.of(
                        new MalformedRow(8, "price has more than 6 decimals [value=-1.0000001]"),
                        new MalformedRow(9, "price is not a number [value=-]"),
                        new MalformedRow(10, "price is not a number [value=--1]")),
                report.firstMalformed());
        ScanReport tighter = TradeFileReader.read(
                write("rows.csv", STOCK_HEADER + good),
                sink,
                ReadOptions.defaults().withBounds(TradeBounds.ofWhole(10, 10)));
        assertEquals(1, tighter.flagged());
    }

    @Test
    void skipsTickersThatAreNotWanted() throws IOException {
        Recorder<TradeColumns> some = new Recorder<>(TradeColumns.create(), "B"::equals);
        String row = ",,0,4,1,1678715620948000000,10.5,1,1678715620948000000,1,1,0,0\n";
        ScanReport report = TradeFileReader.read(
                write(
                        "rows.csv",
                        STOCK_HEADER + "A" + row + "A,broken\n" + "AA" + row + "B" + row + "B" + row + "C" + row),
                some,
                ReadOptions.defaults());
        assertEquals(List.of("begin A", "begin AA", "begin B", "end 2", "begin C"), some.events);
        assertEquals(2, report.rows());
        assertEquals(4, report.skipped());
        assertEquals(0, report.malformed());
    }

    @Test
    void deliversATickerThatComesAgain() throws IOException {
        String row = ",,0,4,1,1678715620948000000,10.5,1,1678715620948000000,1,1,0,0\n";
        read(STOCK_HEADER + "A" + row + "B" + row + "A" + row);
        assertEquals(List.of("begin A", "end 1", "begin B", "end 1", "begin A", "end 1"), sink.events);
    }

    @Test
    void readsALastLineWithoutNewline() throws IOException {
        ScanReport report = read(STOCK_HEADER + "A,,0,4,1,1678715620948000000,10.5,1,1678715620948000000,1,1,0,77");
        assertEquals(1, report.rows());
        assertEquals(77, trades.trfTimestamp.get(0));
    }

    @Test
    void takesAHeaderWithoutRows() throws IOException {
        assertEquals(0, read(STOCK_HEADER).rows());
        assertEquals(0, read(STOCK_HEADER.strip()).rows());
    }

    @Test
    void refusesFilesWithAnotherHeader() throws IOException {
        assertEquals(Fault.EMPTY, fault("rows.csv", ""));
        assertEquals(Fault.WRONG_HEADER, fault("rows.csv", "ticker,volume,open\n"));
        assertEquals(Fault.WRONG_HEADER, fault("rows.csv", STOCK_HEADER.replace("tape", "size")));
        Path file = write("rows.csv", STOCK_HEADER.replace("price", "preis"));
        FlatFileException wrong = assertThrows(FlatFileException.class, () -> read(file));
        assertEquals(
                "the first line does not name the columns (price is missing) [file=" + file
                        + ", line=1]: check that it is a file of this dataset",
                wrong.getMessage());
        assertEquals(List.of(), sink.events);
    }

    @Test
    void refusesFilesThatCannotBeRead() throws IOException {
        Path absent = directory.resolve("absent.csv.gz");
        assertEquals(
                Fault.UNREADABLE,
                assertThrows(FlatFileException.class, () -> read(absent)).fault());
        assertEquals(
                Fault.UNREADABLE,
                assertThrows(FlatFileException.class, () -> read(directory)).fault());
        assertEquals(Fault.NOT_GZIP, fault("rows.csv.gz", STOCK_HEADER));
        assertEquals(Fault.EMPTY, fault("rows.csv.gz", ""));
    }

    private int late(int row) {
        return trades.late.get(row);
    }

    private Fault fault(String name, String content) throws IOException {
        Path file = write(name, content);
        return assertThrows(FlatFileException.class, () -> read(file)).fault();
    }

    private ScanReport read(String content) throws IOException {
        return read(write("rows.csv", content));
    }

    private ScanReport read(Path file) {
        return TradeFileReader.read(file, sink, ReadOptions.defaults());
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(directory.resolve(name), content);
    }
}
