package io.m17.greeks;

import io.m17.market.column.Column;
import io.m17.market.column.ColumnBatch;
import io.m17.market.column.LongVector;
import io.m17.market.column.TextVector;
import io.m17.market.instrument.OptionTicker;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.stream.IntStream;

/// The contracts of a chain, in order of their tickers, and the last quote of each. Confined to one thread.
final class ChainState {
    /// A contract that had not expired when the session began.
    ///
    /// @param code its ticker's in the quotes' dictionary
    record Contract(int code, String ticker, OptionTicker terms) {}

    private final TextVector tickers;
    private final LongVector bids;
    private final LongVector asks;
    private final Contract[] contracts;
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
        this.bid = new long[codes];
        this.ask = new long[codes];
        this.quoted = new boolean[codes];
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
