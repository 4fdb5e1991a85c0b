package io.m17.market.quote;

import io.m17.market.column.RowCarry;
import io.m17.market.column.StateDigest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the quotes of an instrument hand from one minute to the next: the [PrevailingQuote] of each ticker, and one
/// digest over all of them that is kept up in constant time. Confined to one thread.
public final class QuoteCarry implements RowCarry {
    private final QuoteColumns quotes;
    private final List<@Nullable PrevailingQuote> states = new ArrayList<>();
    private long sum;

    /// A carry over rows of these columns, before the first one.
    public QuoteCarry(QuoteColumns quotes) {
        this.quotes = quotes;
    }

    @Override
    public void accept(int row) {
        int code = quotes.ticker.code(row);
        PrevailingQuote state = state(code);
        long name = quotes.ticker.dictionary().checksum(code);
        sum -= state.isPresent() ? StateDigest.extend(name, state.digest()) : 0;
        state.accept(quotes, row);
        sum += StateDigest.extend(name, state.digest());
    }

    @Override
    public int digest() {
        return (int) (sum ^ (sum >>> 32));
    }

    private PrevailingQuote state(int code) {
        while (states.size() <= code) {
            states.add(null);
        }
        PrevailingQuote known = states.get(code);
        if (known != null) {
            return known;
        }
        PrevailingQuote fresh = new PrevailingQuote();
        states.set(code, fresh);
        return fresh;
    }
}
