package io.m17.aggregation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Bars of all trades, whatever their conditions, against those another program made of a real day.
final class SampleBarsTest {
    private static final Path DATA = Path.of(System.getProperty("m17.root", "."), "..", "shared", "data");
    private static final long OPEN_NS = 1_381_152_600_000_000_000L; // 2013-10-07 09:30 New York
    private static final long MINUTE_NS = 60_000_000_000L;
    private static final int PRICE = 6;
    private static final int SIP_TIMESTAMP = 8;
    private static final int SIZE = 9;

    private final MinuteBars minutes = MinuteBars.forEquity();

    @ParameterizedTest
    @ValueSource(strings = {"SPY", "AIG", "BAC", "IBM"})
    void equalsTheExpectedBars(String ticker) throws IOException {
        addTrades(ticker);
        Path expected = DATA.resolve("expected/bars_" + ticker.toLowerCase(Locale.ROOT) + "_2013-10-07.csv");
        int barCount = 0;
        for (String line : Files.readAllLines(expected)) {
            String[] fields = line.split(",", -1);
            if (fields[0].equals(ticker) && minuteOf(fields[1]) >= 0) {
                assertBar(fields, minuteOf(fields[1]));
                barCount++;
            }
        }
        int filled = 0;
        for (int minute = 0; minute < BarColumns.MAX_MINUTES; minute++) {
            filled += minutes.bars().tradeCount(minute) > 0 ? 1 : 0;
        }
        assertEquals(barCount, filled);
    }

    private void assertBar(String[] fields, int minute) {
        BarColumns bars = minutes.bars();
        assertEquals(micros(fields[2]), bars.open(minute));
        assertEquals(micros(fields[3]), bars.high(minute));
        assertEquals(micros(fields[4]), bars.low(minute));
        assertEquals(micros(fields[5]), bars.close(minute));
        assertEquals(micros(fields[6]), bars.volume(minute));
        assertEquals(Long.parseLong(fields[7]), bars.tradeCount(minute));
        BigInteger notional = BigInteger.valueOf(bars.notionalHigh(minute))
                .shiftLeft(64)
                .add(new BigInteger(Long.toUnsignedString(bars.notionalLow(minute))));
        assertEquals(0, new BigDecimal(fields[8]).compareTo(new BigDecimal(notional, 12)), "minute " + minute);
    }

    private void addTrades(String ticker) throws IOException {
        Path flat = DATA.resolve("flat/us_stocks_sip/trades_v1/2013/10/2013-10-07.csv.gz");
        Assumptions.assumeTrue(Files.exists(flat), "sample data absent");
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(flat), 1 << 16), StandardCharsets.US_ASCII))) {
            List<String> lines =
                    reader.lines().filter(line -> line.startsWith(ticker + ",")).toList();
            for (String line : lines) {
                String[] fields = line.replaceAll("\"[^\"]*\"", "quoted").split(",", -1);
                int minute = minuteOf(fields[SIP_TIMESTAMP]);
                if (minute >= 0) {
                    int all = MinuteBars.VOLUME | MinuteBars.HIGH_LOW | MinuteBars.OPEN_CLOSE;
                    minutes.addTrade(minute, micros(fields[PRICE]), micros(fields[SIZE]), all, 0);
                }
            }
        }
    }

    /// The minute of the session, or -1 outside.
    private static int minuteOf(String timestampNs) {
        long minute = Math.floorDiv(Long.parseLong(timestampNs) - OPEN_NS, MINUTE_NS);
        return minute >= 0 && minute < BarColumns.MAX_MINUTES ? Math.toIntExact(minute) : -1;
    }

    private static long micros(String text) {
        return new BigDecimal(text).movePointRight(6).longValueExact();
    }
}
