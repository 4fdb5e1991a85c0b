package io.m17.trade.flatfile;

import io.m17.market.flatfile.Dataset;
import io.m17.market.flatfile.VendorDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.SplittableRandom;

/// Rows of a trade file, no two of the same time, and the orders that they may stand in.
///
/// @param ns the SIP timestamp, nanoseconds since the Unix epoch
record TradeLines(String ticker, long ns, String price) {
    static final long OPEN_NS = 1_748_871_000_000_000_000L; // 2025-06-02T09:30 in New York
    static final long MINUTE_NS = 60_000_000_000L;
    private static final String HEADER = "ticker,conditions,correction,exchange,price,sip_timestamp,size";

    /// Random trades of tickers, from an hour before the open to an hour after the close.
    static List<TradeLines> random(long seed, int count, List<String> tickers) {
        SplittableRandom random = new SplittableRandom(seed);
        List<TradeLines> lines = new ArrayList<>();
        long stepNs = (LoadedDay.MINUTES + 120) * MINUTE_NS / count;
        for (int i = 0; i < count; i++) {
            String ticker = tickers.get(random.nextInt(tickers.size()));
            String price = String.format(Locale.ROOT, "%.2f", 10 + random.nextInt(1000) / 100.0);
            lines.add(new TradeLines(ticker, OPEN_NS - 60 * MINUTE_NS + i * stepNs, price));
        }
        return lines;
    }

    String instrument() {
        return ticker.startsWith("O:") ? ticker.substring(0, ticker.length() - 15) : ticker;
    }

    /// The minute of the session, negative or beyond its end when the row lies outside.
    int minute() {
        return Math.toIntExact(Math.floorDiv(ns - OPEN_NS, MINUTE_NS));
    }

    static List<TradeLines> byTicker(List<TradeLines> lines) {
        return lines.stream().sorted(Comparator.comparing(TradeLines::ticker)).toList();
    }

    static List<TradeLines> shuffled(List<TradeLines> lines, long seed) {
        List<TradeLines> shuffled = new ArrayList<>(lines);
        Collections.shuffle(shuffled, new Random(seed));
        return shuffled;
    }

    /// Writes the session's file of a dataset; one that replaces another has another time of modification.
    static void write(VendorDirectory directory, Dataset dataset, List<TradeLines> lines) throws IOException {
        Path packed = directory.path(dataset, LoadedDay.DATE);
        Path file = packed.resolveSibling(LoadedDay.DATE + ".csv");
        Files.createDirectories(file.getParent());
        long before = Files.exists(file) ? Files.getLastModifiedTime(file).toMillis() : 0;
        StringBuilder text = new StringBuilder(HEADER).append('\n');
        for (TradeLines line : lines) {
            text.append(line.ticker)
                    .append(",,0,4,")
                    .append(line.price)
                    .append(',')
                    .append(line.ns)
                    .append(",100\n");
        }
        Files.writeString(file, text);
        if (Files.getLastModifiedTime(file).toMillis() == before) {
            Files.setLastModifiedTime(file, FileTime.fromMillis(before + 1));
        }
    }
}
