package io.m17.nbbo;

import io.m17.market.column.ColumnBatch;
import io.m17.market.column.LongVector;
import io.m17.market.column.TextDictionary;
import io.m17.market.column.TextVector;
import java.util.Arrays;
import java.util.List;

/// Of an instrument's quotes those that some trade is held against: of each ticker the last ones at and
/// before the trades' SIP times, and at and before the times a horizon after them. Four a trade and one a
/// ticker at most, however many quotes there are; a trade finds the same quotes among them as among all.
///
/// Quotes are taken in order of time. The rows that are kept are in order of time within each ticker only. Confined to
/// one thread.
final class AskedQuotes {
    /// The columns whose values a row is made of, beside its ticker.
    private final List<String> values;
    private final ColumnBatch kept;
    private final TextVector keptTickers;
    private final LongVector keptTimes;
    /// By ticker code of the trades: the instants that quotes are asked for, how many of them lie before
    /// the last quote, and where that quote stands.
    private final long[][] instants;
    private final int[] passed;
    private final int[] last;
    private final TextDictionary names;

    /// @param trades in order of time
    /// @param quotes an empty batch to keep rows in, with ticker, SIP time and whatever else is read of a quote
    AskedQuotes(ColumnBatch trades, long horizonNs, ColumnBatch quotes) {
        TextVector tickers = trades.texts("ticker");
        this.names = tickers.dictionary();
        this.instants = instants(tickers, trades.longs("sip_timestamp"), horizonNs);
        this.passed = new int[instants.length];
        this.last = new int[instants.length];
        Arrays.fill(last, -1);
        this.kept = quotes;
        this.keptTickers = quotes.texts("ticker");
        this.keptTimes = quotes.longs("sip_timestamp");
        this.values = quotes.schema().columns().stream()
                .map(column -> column.name())
                .filter(name -> !name.equals("ticker"))
                .toList();
    }

    private static long[][] instants(TextVector tickers, LongVector sipTimestamp, long horizonNs) {
        TickerOrder order = TickerOrder.of(tickers);
        long[] times = order.sorted(sipTimestamp);
        long[][] instants = new long[tickers.dictionary().size()][];
        for (int code = 0; code < instants.length; code++) {
            int from = code < order.tickers() ? order.from(code) : 0;
            int to = code < order.tickers() ? order.to(code) : 0;
            long[] asked = new long[2 * (to - from)];
            for (int i = from; i < to; i++) {
                asked[i - from] = times[i];
                asked[i - from + to - from] = times[i] + horizonNs;
            }
            Arrays.sort(asked);
            instants[code] = asked;
        }
        return instants;
    }

    /// Takes the next rows, a batch with the same columns.
    void take(ColumnBatch quotes) {
        TextVector tickers = quotes.texts("ticker");
        LongVector times = quotes.longs("sip_timestamp");
        LongVector[] from = vectors(quotes);
        LongVector[] to = vectors(kept);
        int[] codes = codes(tickers.dictionary());
        for (int row = 0; row < quotes.size(); row++) {
            int code = codes[tickers.code(row)];
            if (code >= 0) {
                take(row, code, times.get(row), from, to);
            }
        }
    }

    private LongVector[] vectors(ColumnBatch batch) {
        return values.stream().map(batch::longs).toArray(LongVector[]::new);
    }

    /// The trades' codes of a batch's tickers; -1 where nothing traded.
    private int[] codes(TextDictionary dictionary) {
        int[] codes = new int[dictionary.size()];
        for (int code = 0; code < codes.length; code++) {
            int known = names.find(dictionary.utf8(code));
            codes[code] = known >= 0 && instants[known].length > 0 ? known : -1;
        }
        return codes;
    }

    /// Keeps the row as its ticker's last; the one that was last before stays only if an instant lies between the two.
    private void take(int row, int code, long timeNs, LongVector[] from, LongVector[] to) {
        int before = last[code];
        if (before < 0 || isAsked(code, keptTimes.get(before), timeNs)) {
            last[code] = kept.size();
            keptTickers.append(names.utf8(code), 0, names.utf8(code).length);
            for (int i = 0; i < to.length; i++) {
                to[i].append(from[i].get(row));
            }
        } else {
            for (int i = 0; i < to.length; i++) {
                to[i].set(before, from[i].get(row));
            }
        }
    }

    /// Whether a quote is asked for that stands from `fromNs` until the next one comes at `toNs`: by an instant between
    /// them, or at either. Of quotes of one time only the last ever counts.
    private boolean isAsked(int code, long fromNs, long toNs) {
        if (fromNs == toNs) {
            return false;
        }
        long[] asked = instants[code];
        int next = passed[code];
        while (next < asked.length && asked[next] < fromNs) {
            next++;
        }
        passed[code] = next;
        return next < asked.length && asked[next] <= toNs;
    }

    /// The rows that were kept.
    ColumnBatch rows() {
        return kept;
    }
}
