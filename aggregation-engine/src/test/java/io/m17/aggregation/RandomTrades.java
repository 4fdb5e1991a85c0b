package io.m17.aggregation;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Trades of a made-up session in SIP order, and the bar of any stretch of it by going through all of them.
final class RandomTrades {
    private final List<Trade> trades = new ArrayList<>();
    private final int sessionMinutes;

    record Trade(
            int minute, long price, long size, int flags, int side, boolean isCall, double delta, boolean hasDelta) {}

    /// Some minutes stay empty, some prices and sizes are huge.
    RandomTrades(Random random, int sessionMinutes, int count) {
        this.sessionMinutes = sessionMinutes;
        int activeMinutes = 1 + random.nextInt(sessionMinutes);
        int[] minutes = random.ints(count, 0, activeMinutes).sorted().toArray();
        for (int minute : minutes) {
            boolean huge = random.nextInt(5) == 0;
            trades.add(new Trade(
                    minute,
                    1 + random.nextLong(huge ? 1L << 44 : 500_000_000L),
                    random.nextLong(huge ? 1L << 45 : 1_000_000_000L),
                    random.nextInt(3) == 0 ? random.nextInt(8) : 7,
                    random.nextInt(3) - 1,
                    random.nextBoolean(),
                    random.nextDouble() * 2 - 1,
                    random.nextInt(6) != 0));
        }
    }

    void addTo(MinuteBars minutes, boolean chain) {
        minutes.clear(sessionMinutes);
        for (Trade trade : trades) {
            if (chain) {
                double delta = trade.hasDelta ? trade.delta : Double.NaN;
                minutes.addOptionTrade(
                        trade.minute, trade.price, trade.size, trade.flags, trade.side, trade.isCall, delta);
            } else {
                minutes.addTrade(trade.minute, trade.price, trade.size, trade.flags, trade.side);
            }
        }
    }

    /// The bar over minutes `from` to `to` - 1.
    Bar bar(int from, int to) {
        Bar bar = new Bar();
        trades.stream()
                .filter(trade -> trade.minute >= from && trade.minute < to)
                .forEach(bar::add);
        return bar;
    }

    static final class Bar {
        long open = BarColumns.NONE;
        long high = BarColumns.NONE;
        long low = BarColumns.NONE;
        long close = BarColumns.NONE;
        long tradeCount;
        long volume;
        long[] volumeBySide = new long[3];
        long callVolume;
        long putVolume;
        BigInteger notional = BigInteger.ZERO;
        BigDecimal netDeltaFlow = BigDecimal.ZERO;
        double netDeltaFlowInTradeOrder;
        double grossDeltaFlow;

        void add(Trade trade) {
            if ((trade.flags & MinuteBars.OPEN_CLOSE) != 0) {
                open = open == BarColumns.NONE ? trade.price : open;
                close = trade.price;
            }
            if ((trade.flags & MinuteBars.HIGH_LOW) != 0) {
                high = Math.max(high, trade.price);
                low = low == BarColumns.NONE ? trade.price : Math.min(low, trade.price);
            }
            if ((trade.flags & MinuteBars.VOLUME) != 0) {
                addVolume(trade);
            }
        }

        private void addVolume(Trade trade) {
            tradeCount++;
            volume += trade.size;
            volumeBySide[trade.side + 1] += trade.size;
            callVolume += trade.isCall ? trade.size : 0;
            putVolume += trade.isCall ? 0 : trade.size;
            notional = notional.add(BigInteger.valueOf(trade.price).multiply(BigInteger.valueOf(trade.size)));
            BigDecimal signedSize = BigDecimal.valueOf(trade.side * trade.size, 6);
            BigDecimal flow = signedSize
                    .multiply(BigDecimal.valueOf(100))
                    .multiply(trade.hasDelta ? new BigDecimal(trade.delta) : BigDecimal.ZERO);
            netDeltaFlow = netDeltaFlow.add(flow);
            netDeltaFlowInTradeOrder += flow.doubleValue();
            grossDeltaFlow += Math.abs(flow.doubleValue());
        }
    }
}
