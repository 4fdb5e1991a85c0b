package io.m17.greeks;

import io.m17.market.column.Column;
import io.m17.market.column.ColumnBatch;
import io.m17.market.column.LongVector;
import io.m17.market.column.TextVector;
import io.m17.market.instrument.OptionRight;
import io.m17.market.instrument.OptionTicker;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The contracts of a chain, in order of their tickers, and the last quote of each. Confined to one thread.
final class ChainState {
    /// A contract that had not expired when the session began.
    ///
    /// @param code its ticker's in the quotes' dictionary
    record Contract(int code, String ticker, OptionTicker terms) {}

    /// A call and the put of its strike and expiry.
    record Pair(Contract call, Contract put) {}

    private final TextVector tickers;
    private final LongVector bids;
    private final LongVector asks;
    private final Contract[] contracts;
    private final Pair[] pairs;
    private final long[] bid;
    private final long[] ask;
    private final boolean[] quoted;

    /// @param quotes in order of time
    ChainState(ColumnBatch quotes, LocalDate session) {
        this.tickers = quotes.texts("ticker");
        this.bids = quotes.longs("bid_price");
        this.asks = quotes.longs("ask_price");
        int codes = tickers.dictionary().size();
        this.contracts = IntStream.range(0, codes)
                .mapToObj(code -> contract(code, tickers.dictionary().text(code)))
                .filter(contract -> !contract.terms().expiration().isBefore(session))
                .sorted(Comparator.comparing(Contract::ticker))
                .toArray(Contract[]::new);
        this.pairs = pairs(contracts);
        this.bid = new long[codes];
        this.ask = new long[codes];
        this.quoted = new boolean[codes];
    }

    private static Pair[] pairs(Contract[] contracts) {
        Map<OptionTicker, Contract> puts = Arrays.stream(contracts)
                .filter(contract -> contract.terms().right() == OptionRight.PUT)
                .collect(Collectors.toMap(Contract::terms, contract -> contract));
        List<Pair> pairs = new ArrayList<>();
        for (Contract contract : contracts) {
            OptionTicker terms = contract.terms();
            Contract put = puts.get(
                    new OptionTicker(terms.root(), terms.expiration(), OptionRight.PUT, terms.strikeThousandths()));
            if (terms.right() == OptionRight.CALL && put != null) {
                pairs.add(new Pair(contract, put));
            }
        }
        return pairs.toArray(Pair[]::new);
    }

    private static Contract contract(int code, String ticker) {
        return new Contract(code, ticker, OptionTicker.parse(ticker));
    }

    /// Takes rows `[from, to)`.
    void take(int from, int to) {
        for (int row = from; row < to; row++) {
            int code = tickers.code(row);
            bid[code] = bids.get(row);
            ask[code] = asks.get(row);
            quoted[code] = true;
        }
    }

    Contract[] contracts() {
        return contracts;
    }

    /// The calls and puts of one strike and expiry, in order of their tickers.
    Pair[] pairs() {
        return pairs;
    }

    /// Whether a contract has had a quote, be it of one side.
    boolean quoted(Contract contract) {
        return quoted[contract.code()];
    }

    /// The bid with six decimals, or [Column#NULL].
    long bid(Contract contract) {
        return bid[contract.code()] > 0 ? bid[contract.code()] : Column.NULL;
    }

    /// The ask with six decimals, or [Column#NULL].
    long ask(Contract contract) {
        return ask[contract.code()] > 0 ? ask[contract.code()] : Column.NULL;
    }
}
