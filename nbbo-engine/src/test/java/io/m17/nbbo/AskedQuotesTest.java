package io.m17.nbbo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.m17.market.column.Column;
import io.m17.market.column.ColumnBatch;
import io.m17.market.column.ColumnType;
import io.m17.market.column.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/// What is kept of the quotes, against a search through all of them, with many quotes and trades of the same time.
final class AskedQuotesTest {
    private static final Schema TRADES =
            Schema.of("trade", Column.of("ticker", ColumnType.TEXT), Column.of("sip_timestamp", ColumnType.TIMESTAMP));
    private static final Schema QUOTES = Schema.of(
            "quote",
            Column.of("ticker", ColumnType.TEXT),
            Column.of("sip_timestamp", ColumnType.TIMESTAMP),
            Column.decimal("bid_price", 6));
    private static final List<String> TICKERS = List.of("O:A250620C00100000", "O:A250620P00100000", "O:A250718C1");
    private static final long HORIZON_NS = 9;

    @Property(tries = 1000, seed = "20250602")
    void findsTheSameQuotesAsAmongAll(
            @ForAll long seed, @ForAll @IntRange(max = 12) int trades, @ForAll @IntRange(max = 80) int quotes) {
        SplittableRandom random = new SplittableRandom(seed);
        ColumnBatch tradeRows = new ColumnBatch(TRADES);
        append(random, trades, tradeRows);
        ColumnBatch all = new ColumnBatch(QUOTES);
        AskedQuotes asked = new AskedQuotes(tradeRows, HORIZON_NS, new ColumnBatch(QUOTES));
        int cut = random.nextInt(quotes + 1);
        List<Long> times = times(random, quotes);
        for (List<Long> stretch : List.of(times.subList(0, cut), times.subList(cut, quotes))) {
            ColumnBatch rows = new ColumnBatch(QUOTES);
            for (long time : stretch) {
                rows.texts("ticker").append(TICKERS.get(random.nextInt(TICKERS.size())));
                rows.longs("sip_timestamp").append(time);
                rows.longs("bid_price").append(random.nextLong(1, 1000));
            }
            all.appendFrom(rows, 0, rows.size());
            asked.take(rows);
        }
        for (int trade = 0; trade < trades; trade++) {
            String ticker = tradeRows.texts("ticker").get(trade);
            long time = tradeRows.longs("sip_timestamp").get(trade);
            for (long instant : new long[] {time, time + HORIZON_NS}) {
                assertEquals(last(all, ticker, instant - 1), last(asked.rows(), ticker, instant - 1));
                assertEquals(last(all, ticker, instant), last(asked.rows(), ticker, instant));
            }
        }
        assertTrue(asked.rows().size() <= 4 * trades + TICKERS.size());
    }

    private static void append(SplittableRandom random, int count, ColumnBatch rows) {
        for (long time : times(random, count)) {
            rows.texts("ticker").append(TICKERS.get(random.nextInt(TICKERS.size())));
            rows.longs("sip_timestamp").append(time);
        }
    }

    private static List<Long> times(SplittableRandom random, int count) {
        List<Long> times = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            times.add(random.nextLong(1, 40));
        }
        times.sort(null);
        return times;
    }

    /// The bid of the last quote at an instant or before it, by a search through all rows.
    private static @Nullable Long last(ColumnBatch quotes, String ticker, long instantNs) {
        Long bid = null;
        for (int row = 0; row < quotes.size(); row++) {
            boolean counts = Objects.equals(quotes.texts("ticker").get(row), ticker)
                    && quotes.longs("sip_timestamp").get(row) <= instantNs;
            bid = counts ? (Long) quotes.longs("bid_price").get(row) : bid;
        }
        return bid;
    }
}
