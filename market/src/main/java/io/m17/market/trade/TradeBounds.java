package io.m17.market.trade;

import io.m17.market.column.StateDigest;

/// Within which values a trade is believed: a price above 0 and not above the highest, a size of 0 or more and not
/// above the largest. By the row alone, so that a window gives the same whatever stands around it.
///
/// @param highestPrice decimal of scale 6
/// @param largestSize shares or contracts, decimal of scale 6
public record TradeBounds(long highestPrice, long largestSize) {
    private static final long ONE = 1_000_000;

    /// 10 million a share or contract, about thirteen times the dearest share there is; 1 billion shares or contracts.
    public static final TradeBounds DEFAULT = ofWhole(10_000_000, 1_000_000_000);

    public TradeBounds {
        if (highestPrice <= 0 || largestSize <= 0) {
            throw new IllegalArgumentException("bounds are positive [highestPrice=" + highestPrice + ", largestSize="
                    + largestSize + "], no trade would be within them");
        }
    }

    /// The same from whole numbers, up to a trillion.
    public static TradeBounds ofWhole(long highestPrice, long largestSize) {
        return new TradeBounds(Math.multiplyExact(highestPrice, ONE), Math.multiplyExact(largestSize, ONE));
    }

    /// What is wrong with a trade, the price first.
    public TradeFlag flag(long price, long size) {
        if (price <= 0) {
            return TradeFlag.PRICE_NOT_POSITIVE;
        }
        if (price > highestPrice) {
            return TradeFlag.PRICE_TOO_HIGH;
        }
        if (size < 0) {
            return TradeFlag.SIZE_NEGATIVE;
        }
        return size > largestSize ? TradeFlag.SIZE_TOO_LARGE : TradeFlag.NONE;
    }

    /// Whether nothing is wrong with it.
    public boolean admits(long price, long size) {
        return flag(price, size) == TradeFlag.NONE;
    }

    /// Equal bounds have equal digests.
    public int digest() {
        long digest = StateDigest.extend(StateDigest.extend(StateDigest.EMPTY, highestPrice), largestSize);
        return (int) (digest ^ (digest >>> Integer.SIZE));
    }
}
