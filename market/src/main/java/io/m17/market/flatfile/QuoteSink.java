package io.m17.market.flatfile;

import io.m17.market.quote.QuoteColumns;

/// Takes the quotes of a file.
public interface QuoteSink extends RowSink<QuoteColumns> {}
