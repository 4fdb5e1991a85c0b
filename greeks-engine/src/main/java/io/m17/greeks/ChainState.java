package io.m17.greeks;

import io.m17.market.column.Column;
import io.m17.market.column.ColumnBatch;
import io.m17.market.column.LongVector;
import io.m17.market.column.TextDictionary;
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
import org.jspecify.annotations.Nullable;

/// The contracts of a chain that have been quoted, in order of their tickers, and the last quote of each.
/// Confined to one thread.
final class ChainState {
    /// A contract that had not expired when the session began.
    ///
    /// @param code its ticker's here
    record Contract(int code, String ticker, OptionTicker terms) {}

    /// A call and the put of its strike and expiry.
    record Pair(Contract call, Contract put) {}

    private final LocalDate session;
    private final TextDictionary tickers = new TextDictionary();
    private @Nullable ColumnBatch batch;
    private int[] codes = new int[0];
    private Contract[] contracts = new Contract[0];
    private Pair[] pairs = new Pair[0];
    private long[] bid = new long[0];
    private long[] ask = new long[0];
    private boolean[] quoted = new boolean[0];

    ChainState(LocalDate session) {
        this.session = session;
    }

    /// Takes rows `[from, to)`, in order of time.
    void take(ColumnBatch quotes, int from, int to) {
        TextVector names = quotes.texts("ticker");
        if (quotes != batch) {
            meet(names.dictionary());
            batch = quotes;
        }
        LongVector bids = quotes.longs("bid_price");
        LongVector asks = quotes.longs("ask_price");
        for (int row = from; row < to; row++) {
            int code = codes[names.code(row)];
            bid[code] = bids.get(row);
            ask[code] = asks.get(row);
            quoted[code] = true;
        }
    }

    /// Finds the tickers of another batch here, and takes in those that are new.
    private void meet(TextDictionary names) {
        int known = tickers.size();
        codes = new int[names.size()];
        for (int code = 0; code < codes.length; code++) {
            byte[] name = names.utf8(code);
            codes[code] = tickers.code(name, 0, name.length);
        }
        if (tickers.size() == known) {
            return;
        }
        contracts = IntStream.range(0, tickers.size())
                .mapToObj(code -> contract(code, tickers.text(code)))
                .filter(contract -> !contract.terms().expiration().isBefore(session))
                .sorted(Comparator.comparing(Contract::ticker))
                .toArray(Contract[]::new);
        pairs = pairs(contracts);
        bid = Arrays.copyOf(bid, tickers.size());
        ask = Arrays.copyOf(ask, tickers.size());
        quoted = Arrays.copyOf(quoted, tickers.size());
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
