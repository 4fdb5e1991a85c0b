/// The trade-flatfile engine: fills `trade_ref` from the vendor's trade files. Start with [TradeFlatfileEngine].
@NullMarked
package io.m17.trade.flatfile;

import org.jspecify.annotations.NullMarked;
