package io.m17.nbbo;

import io.m17.market.artifact.AggressorColumns;
import io.m17.market.column.ColumnBatch;
import io.m17.market.column.IntVector;
import io.m17.market.column.LongVector;
import io.m17.market.column.TextVector;
import io.m17.market.trade.Corrections;
import io.m17.market.trade.TradeBounds;

/// Classifies all trades of an instrument's day against its quotes, ticker by ticker, and hands the results out in the
/// order of the trades. Confined to one thread; reused from instrument to instrument.
final class DayClassifier {
    private final RealisedSpread realisedSpread;
    private final TradeBounds bounds;
    private final Carry carry = new Carry();
    private final AggressorRows results = new AggressorRows();
    private TextVector tickers = new TextVector();
    private LongVector sipTimestamp = new LongVector();
    private LongVector sequenceNumber = new LongVector();
    private LongVector price = new LongVector();
    private LongVector size = new LongVector();
    private TickerOrder order = TickerOrder.EMPTY;

    /// @param bounds a trade outside is not eligible
    DayClassifier(RealisedSpread realisedSpread, TradeBounds bounds) {
        this.realisedSpread = realisedSpread;
        this.bounds = bounds;
    }

    /// Classifies; both batches are in order of time and begin before the open.
    ///
    /// @param sizeUnit shares or contracts to one unit of the quotes' sizes
    void classify(TradeClassifier classifier, ColumnBatch tradeRows, ColumnBatch quoteRows, int sizeUnit) {
        tickers = tradeRows.texts("ticker");
        sipTimestamp = tradeRows.longs("sip_timestamp");
        sequenceNumber = tradeRows.longs("sequence_number");
        price = tradeRows.longs("price");
        size = tradeRows.longs("size");
        TextVector quoteTickers = quoteRows.texts("ticker");
        order = TickerOrder.of(tickers);
        TickerOrder quoteOrder = TickerOrder.of(quoteTickers);
        TradeRows trades = sortedTrades(classifier, tradeRows);
        QuoteRows quotes = sortedQuotes(classifier, quoteRows, quoteOrder, sizeUnit);
        results.reserve(tradeRows.size());
        for (int code = 0; code < order.tickers(); code++) {
            int quoteCode = quoteTickers.dictionary().find(tickers.dictionary().utf8(code));
            boolean quoted = quoteCode >= 0 && quoteCode < quoteOrder.tickers();
            int from = order.from(code);
            int to = order.to(code);
            int quoteFrom = quoted ? quoteOrder.from(quoteCode) : 0;
            int quoteTo = quoted ? quoteOrder.to(quoteCode) : 0;
            carry.clear();
            classifier.classify(trades, from, to, quotes, quoteFrom, quoteTo, carry, results);
            realisedSpread.measure(trades, from, to, quotes, quoteFrom, quoteTo, results);
        }
    }

    private TradeRows sortedTrades(TradeClassifier classifier, ColumnBatch rows) {
        long[] sipNs = order.sorted(sipTimestamp);
        long[] prices = order.sorted(price);
        return classifier.readsSizes()
                ? new TradeRows(sipNs, prices, order.sorted(size), flags(rows))
                : new TradeRows(sipNs, prices, flags(rows));
    }

    private static QuoteRows sortedQuotes(
            TradeClassifier classifier, ColumnBatch rows, TickerOrder order, int sizeUnit) {
        long[] sipNs = order.sorted(rows.longs("sip_timestamp"));
        long[] bids = order.sorted(rows.longs("bid_price"));
        long[] asks = order.sorted(rows.longs("ask_price"));
        return classifier.readsSizes()
                ? new QuoteRows(
                        sipNs,
                        bids,
                        asks,
                        scaled(order.sorted(rows.longs("bid_size")), rows.size(), sizeUnit),
                        scaled(order.sorted(rows.longs("ask_size")), rows.size(), sizeUnit))
                : new QuoteRows(sipNs, bids, asks);
    }

    /// Sizes in shares or contracts; one that no column could hold so is none.
    private static long[] scaled(long[] sizes, int count, int unit) {
        if (unit == 1) {
            return sizes;
        }
        long[] scaled = new long[count];
        for (int row = 0; row < count; row++) {
            scaled[row] = sizes[row] > Long.MAX_VALUE / unit ? 0 : Math.max(0, sizes[row]) * unit;
        }
        return scaled;
    }

    private byte[] flags(ColumnBatch rows) {
        IntVector corrections = rows.ints("correction");
        IntVector late = rows.ints("late");
        byte[] flags = new byte[rows.size()];
        for (int row = 0; row < flags.length; row++) {
            boolean eligible = Corrections.stands(corrections.get(row)) && bounds.admits(price.get(row), size.get(row));
            flags[order.position(row)] =
                    (byte) ((eligible ? TradeRows.ELIGIBLE : 0) | (late.get(row) != 0 ? TradeRows.LATE : 0));
        }
        return flags;
    }

    /// Appends the results of trade rows `[from, to)`, as they were classified last; realised spreads where the horizon
    /// windows are there.
    void append(String instrument, int from, int to, HorizonWindows horizon, AggressorColumns columns) {
        int instrumentCode = columns.instrument.dictionary().code(instrument);
        ResultCodes codes = new ResultCodes(columns);
        for (int row = from; row < to; row++) {
            int position = order.position(row);
            columns.instrument.appendCode(instrumentCode);
            byte[] ticker = tickers.dictionary().utf8(tickers.code(row));
            columns.ticker.append(ticker, 0, ticker.length);
            columns.sipTimestamp.append(sipTimestamp.get(row));
            columns.sequenceNumber.append(sequenceNumber.get(row));
            columns.price.append(price.get(row));
            columns.size.append(size.get(row));
            columns.bidPrice.append(results.bid(position));
            columns.askPrice.append(results.ask(position));
            columns.side.appendCode(codes.side(results.side(position)));
            columns.rule.appendCode(codes.rule(results.ruleCode(position)));
            columns.effectiveSpread.append(results.effectiveSpread(position));
            columns.quoteAge.append(results.quoteAgeNs(position));
            columns.realisedSpread.append(
                    horizon.covers(sipTimestamp.get(row)) ? results.realisedSpread(position) : AggressorRows.NONE);
        }
    }
}
