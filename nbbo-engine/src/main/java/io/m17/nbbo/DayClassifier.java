package io.m17.nbbo;

import io.m17.market.artifact.AggressorColumns;
import io.m17.market.column.ColumnBatch;
import io.m17.market.column.IntVector;
import io.m17.market.column.LongVector;
import io.m17.market.column.TextVector;
import io.m17.market.trade.Corrections;

/// Classifies all trades of an instrument's day against its quotes, ticker by ticker, and hands the results out in the
/// order of the trades. Confined to one thread; reused from instrument to instrument.
final class DayClassifier {
    private final TradeClassifier classifier;
    private final Carry carry = new Carry();
    private final AggressorRows results = new AggressorRows();
    private TextVector tickers = new TextVector();
    private LongVector sipTimestamp = new LongVector();
    private LongVector sequenceNumber = new LongVector();
    private LongVector price = new LongVector();
    private LongVector size = new LongVector();
    private TickerOrder order = TickerOrder.EMPTY;

    DayClassifier(TradeClassifier classifier) {
        this.classifier = classifier;
    }

    /// Classifies; both batches are in order of time and begin before the open.
    void classify(ColumnBatch tradeRows, ColumnBatch quoteRows) {
        tickers = tradeRows.texts("ticker");
        sipTimestamp = tradeRows.longs("sip_timestamp");
        sequenceNumber = tradeRows.longs("sequence_number");
        price = tradeRows.longs("price");
        size = tradeRows.longs("size");
        TextVector quoteTickers = quoteRows.texts("ticker");
        order = TickerOrder.of(tickers);
        TickerOrder quoteOrder = TickerOrder.of(quoteTickers);
        TradeRows sortedTrades = new TradeRows(order.sorted(sipTimestamp), order.sorted(price), flags(tradeRows));
        QuoteRows sortedQuotes = new QuoteRows(
                quoteOrder.sorted(quoteRows.longs("sip_timestamp")),
                quoteOrder.sorted(quoteRows.longs("bid_price")),
                quoteOrder.sorted(quoteRows.longs("ask_price")));
        results.reserve(tradeRows.size());
        for (int code = 0; code < order.tickers(); code++) {
            int quoteCode = quoteTickers.dictionary().find(tickers.dictionary().utf8(code));
            boolean quoted = quoteCode >= 0 && quoteCode < quoteOrder.tickers();
            carry.clear();
            classifier.classify(
                    sortedTrades,
                    order.from(code),
                    order.to(code),
                    sortedQuotes,
                    quoted ? quoteOrder.from(quoteCode) : 0,
                    quoted ? quoteOrder.to(quoteCode) : 0,
                    carry,
                    results);
        }
    }

    private byte[] flags(ColumnBatch rows) {
        IntVector corrections = rows.ints("correction");
        IntVector late = rows.ints("late");
        byte[] flags = new byte[rows.size()];
        for (int row = 0; row < flags.length; row++) {
            int eligible = Corrections.stands(corrections.get(row)) ? TradeRows.ELIGIBLE : 0;
            flags[order.position(row)] = (byte) (eligible | (late.get(row) != 0 ? TradeRows.LATE : 0));
        }
        return flags;
    }

    /// Appends the results of trade rows `[from, to)`, as they were classified last.
    void append(String instrument, int from, int to, AggressorColumns columns) {
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
        }
    }
}
