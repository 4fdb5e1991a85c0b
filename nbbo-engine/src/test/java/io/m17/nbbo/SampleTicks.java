package io.m17.nbbo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;

/// Real ticks of IBM on 2013-10-07 beside the project, for tests; skips the test where they are absent.
final class SampleTicks {
    private static final Path DATA = Path.of(System.getProperty("m17.root", "."), "..", "shared", "data");
    private static final String DAY = "2013/10/2013-10-07.csv.gz";

    private SampleTicks() {}

    static TradeRows trades() {
        List<String[]> rows =
                ibm("flat/us_stocks_sip/trades_v1/" + DAY, "ticker", "sip_timestamp", "price", "correction");
        byte[] flags = new byte[rows.size()];
        for (int i = 0; i < flags.length; i++) {
            int correction = Integer.parseInt(rows.get(i)[3]);
            flags[i] = correction == 0 || correction == 1 ? TradeRows.ELIGIBLE : 0;
        }
        return new TradeRows(longs(rows, 1), prices(rows, 2), flags);
    }

    static QuoteRows quotes() {
        List<String[]> rows =
                ibm("flat/us_stocks_sip/quotes_v1/" + DAY, "ticker", "sip_timestamp", "bid_price", "ask_price");
        return new QuoteRows(longs(rows, 1), prices(rows, 2), prices(rows, 3));
    }

    /// Columns ticker, sip_timestamp, price, bid_best, ask_best, tick, quote, lr, emo, clnv.
    static List<String[]> labels() {
        return ibm(
                "expected/labels_ibm_2013-10-07.csv.gz",
                "ticker",
                "sip_timestamp",
                "price",
                "bid_best",
                "ask_best",
                "tick",
                "quote",
                "lr",
                "emo",
                "clnv");
    }

    /// A price of six decimals; exact, or the test fails.
    static long price(String text) {
        return new BigDecimal(text).movePointRight(6).longValueExact();
    }

    private static List<String[]> ibm(String file, String... columns) {
        Path path = DATA.resolve(file);
        Assumptions.assumeTrue(Files.exists(path), "sample data absent");
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(path), 1 << 16), StandardCharsets.US_ASCII))) {
            List<String> header = List.of(String.valueOf(reader.readLine()).split(","));
            int[] index = Arrays.stream(columns).mapToInt(header::indexOf).toArray();
            return reader.lines()
                    .filter(line -> line.startsWith("IBM,"))
                    .map(line -> pick(line, index))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read sample data [file=" + file + "]", e);
        }
    }

    private static String[] pick(String line, int[] index) {
        String[] fields = line.replaceAll("\"[^\"]*\"", "quoted").split(",", -1);
        String[] picked = new String[index.length];
        for (int i = 0; i < index.length; i++) {
            picked[i] = fields[index[i]];
        }
        return picked;
    }

    private static long[] longs(List<String[]> rows, int column) {
        return rows.stream().mapToLong(row -> Long.parseLong(row[column])).toArray();
    }

    private static long[] prices(List<String[]> rows, int column) {
        return rows.stream().mapToLong(row -> price(row[column])).toArray();
    }
}
