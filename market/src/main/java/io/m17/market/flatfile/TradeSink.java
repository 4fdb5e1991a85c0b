package io.m17.market.flatfile;

import io.m17.market.trade.TradeColumns;

/// Takes the trades of a file.
public interface TradeSink extends RowSink<TradeColumns> {}
