package io.m17.benchmarks.day;

import io.m17.greeks.BlackScholes;
import io.m17.greeks.ExpiryTerms;
import io.m17.greeks.Right;
import io.m17.market.instrument.OptionRight;
import io.m17.market.instrument.OptionTicker;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A contract that is quoted, and the quotes it had so far. Confined to one thread.
final class ListedOption {
    private static final double RATE = 0.043;
    private static final double VOLATILITY = 0.3;
    private static final double DAYS_A_YEAR = 365;
    private static final int[] EXPIRY_WEEKS = {0, 1, 2, 3, 5, 8, 13, 26, 39, 52};
    private static final int STRIKES_EACH_SIDE = 25;
    private static final int STRIKES_A_SPOT = 100;
    private static final double HALF_SPREAD = 0.01;
    private static final double HALF_SPREAD_OF_PRICE = 0.004;
    private static final double PENNY_LIMIT = 3;
    private static final int NICKEL = 5;

    private final byte[] ticker;
    private final double strike;
    private final Right right;
    private final ExpiryTerms terms;
    private long sequence;

    private ListedOption(OptionTicker ticker, LocalDate today) {
        this.ticker = ticker.symbol().getBytes(StandardCharsets.US_ASCII);
        this.strike = ticker.strikeThousandths() / 1000.0;
        this.right = ticker.right() == OptionRight.CALL ? Right.CALL : Right.PUT;
        this.terms = ExpiryTerms.of(ChronoUnit.DAYS.between(today, ticker.expiration()) / DAYS_A_YEAR, RATE, 0);
    }

    /// The chain of a root in the order of its tickers: ten expirations from this Friday on, 51 strikes around the
    /// spot.
    static List<ListedOption> chain(OptionRoot root, LocalDate today, LocalDate friday) {
        List<OptionTicker> tickers = new ArrayList<>();
        int stepThousandths = Math.max(1, (int) Math.round(root.spot() / STRIKES_A_SPOT)) * 1000;
        int middle = (int) Math.round(root.spot() * 1000 / stepThousandths);
        for (int weeks : EXPIRY_WEEKS) {
            for (int strike = -STRIKES_EACH_SIDE; strike <= STRIKES_EACH_SIDE; strike++) {
                for (OptionRight right : OptionRight.values()) {
                    tickers.add(new OptionTicker(
                            root.name(), friday.plusWeeks(weeks), right, (middle + strike) * stepThousandths));
                }
            }
        }
        return tickers.stream()
                .sorted(Comparator.comparing(OptionTicker::symbol))
                .map(option -> new ListedOption(option, today))
                .toList();
    }

    /// Writes a quote around the option's value at a spot; `random` decides venues, sizes and the sequence's step.
    void quote(GzipRows rows, long sipNs, double spot, long random) throws IOException {
        double value = BlackScholes.price(spot, strike, terms, VOLATILITY, right);
        double half = HALF_SPREAD + HALF_SPREAD_OF_PRICE * value;
        int tick = value < PENNY_LIMIT ? 1 : NICKEL;
        long bidCents = Math.max(0, (long) Math.floor((value - half) * 100 / tick) * tick);
        long askCents = (long) Math.ceil((value + half) * 100 / tick) * tick;
        sequence += 1 + (random & 31);
        rows.text(ticker)
                .number(300 + (random >>> 5 & 15))
                .dollars(askCents)
                .number(1 + (random >>> 9 & 127))
                .number(300 + (random >>> 16 & 15))
                .dollars(bidCents)
                .number(bidCents == 0 ? 0 : 1 + (random >>> 20 & 127))
                .number(sequence)
                .number(sipNs)
                .endRow();
    }
}
