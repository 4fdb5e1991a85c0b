package io.m17.simulator;

/// Counts of one instrument's rows by minute: an equity, or a chain summed over its contracts. Confined to one
/// thread.
final class InstrumentTruth {
    private final String symbol;
    private final boolean chain;
    private final TradingHours hours;
    private final long[] trades;
    private final long[] quotes;
    private final long[] greeks;
    private final long[] volumeTrades;
    private int tickers;

    InstrumentTruth(String symbol, boolean chain, TradingHours hours) {
        this.symbol = symbol;
        this.chain = chain;
        this.hours = hours;
        this.trades = new long[hours.minutes()];
        this.quotes = new long[hours.minutes()];
        this.greeks = new long[hours.minutes()];
        this.volumeTrades = new long[hours.minutes()];
    }

    String symbol() {
        return symbol;
    }

    boolean chain() {
        return chain;
    }

    /// Tickers counted that have a row anywhere in the day's files: the instrument is listed when there is one.
    int tickers() {
        return tickers;
    }

    /// Adds a ticker's rows; those outside the session belong to no window.
    void count(QuoteTape quoteTape, TradeTape tradeTape) {
        tickers += quoteTape.size() + tradeTape.size() > 0 ? 1 : 0;
        for (int row = 0; row < quoteTape.size(); row++) {
            int minute = hours.minuteOf(quoteTape.sipNs(row));
            if (minute >= 0) {
                quotes[minute]++;
            }
        }
        for (int row = 0; row < tradeTape.size(); row++) {
            int minute = hours.minuteOf(tradeTape.sipNs(row));
            if (minute >= 0) {
                trades[minute]++;
                volumeTrades[minute] += tradeTape.updatesVolume(row) ? 1 : 0;
            }
        }
    }

    /// Adds one row of Greeks in a minute.
    void countGreeks(int minute) {
        greeks[minute]++;
    }

    ColumnCount count(TruthColumn column) {
        if (tickers == 0 || (column.chainsOnly() && !chain)) {
            return ColumnCount.ZERO;
        }
        return switch (column) {
            case TRADE, AGGRESSOR -> ColumnCount.ofMinutes(trades);
            case QUOTE -> ColumnCount.ofMinutes(quotes);
            case RF_RATE -> new ColumnCount(hours.minutes(), hours.minutes(), hours.minutes());
            case GREEKS -> ColumnCount.ofMinutes(greeks);
            case AGGS_1M, AGGS_5M, AGGS_10M, AGGS_30M, AGGS_1H, AGGS_4H -> rolling(column.aggregateMinutes());
        };
    }

    /// A window `[T, T + width)`, cut at the session's end, has its one row when any of its minutes has a trade
    /// that updates volume.
    private ColumnCount rolling(int width) {
        long nonEmpty = 0;
        for (int start = 0; start < volumeTrades.length; start++) {
            boolean any = false;
            for (int minute = start; minute < Math.min(start + width, volumeTrades.length); minute++) {
                any |= volumeTrades[minute] > 0;
            }
            nonEmpty += any ? 1 : 0;
        }
        return new ColumnCount(volumeTrades.length, nonEmpty, nonEmpty);
    }
}
