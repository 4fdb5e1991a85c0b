package io.m17.market.quote;

import java.util.Arrays;

/// One side of all exchanges and the best among them: price, then size, then time. Allocates nothing after
/// construction. Confined to one thread at a time.
final class ConsolidatedSide {
    private static final int NONE = -1;

    private final int sign;
    private final long[] price = new long[NbboConsolidator.EXCHANGES];
    private final long[] size = new long[NbboConsolidator.EXCHANGES];
    private final long[] since = new long[NbboConsolidator.EXCHANGES];
    private int best = NONE;
    private int used;

    /// @param sign 1 where higher prices are better, -1 where lower ones are
    ConsolidatedSide(int sign) {
        this.sign = sign;
    }

    /// Whether the best is another price, size or exchange than before.
    boolean accept(int exchange, long newPrice, long newSize, long order) {
        boolean quoted = isSane(newPrice) && isSane(newSize);
        long takenPrice = quoted ? newPrice : 0;
        long takenSize = quoted ? newSize : 0;
        if (price[exchange] == takenPrice && size[exchange] == takenSize) {
            return false;
        }
        boolean worse = exchange == best
                && (!quoted
                        || sign * Long.compare(takenPrice, price[exchange]) < 0
                        || (takenPrice == price[exchange] && takenSize < size[exchange]));
        price[exchange] = takenPrice;
        size[exchange] = takenSize;
        since[exchange] = order;
        used = Math.max(used, exchange + 1);
        if (exchange == best) {
            best = worse ? findBest() : best;
            return true;
        }
        if (quoted && (best == NONE || isBefore(exchange, best))) {
            best = exchange;
            return true;
        }
        return false;
    }

    private int findBest() {
        int found = NONE;
        for (int exchange = 0; exchange < used; exchange++) {
            if (price[exchange] != 0 && (found == NONE || isBefore(exchange, found))) {
                found = exchange;
            }
        }
        return found;
    }

    /// Price, then size, then time; no two exchanges quote at the same place in the order.
    private boolean isBefore(int exchange, int other) {
        if (price[exchange] != price[other]) {
            return sign * Long.compare(price[exchange], price[other]) > 0;
        }
        return size[exchange] != size[other] ? size[exchange] > size[other] : since[exchange] < since[other];
    }

    private static boolean isSane(long value) {
        return value >= 1 && value <= NbboConsolidator.MAX;
    }

    /// The exchange of the best, or -1.
    int bestExchange() {
        return best;
    }

    /// The best price, or 0.
    long bestPrice() {
        return best == NONE ? 0 : price[best];
    }

    long bestSize() {
        return best == NONE ? 0 : size[best];
    }

    void clear() {
        Arrays.fill(price, 0);
        Arrays.fill(size, 0);
        Arrays.fill(since, 0);
        best = NONE;
        used = 0;
    }
}
