package io.m17.market.trade;

import io.m17.market.column.RowCarry;
import io.m17.market.column.StateDigest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the trades of an instrument hand from one minute to the next for the tick test: a [TickState] a ticker,
/// and one digest over all of them that is kept up in constant time. Late prints, rows that do not stand and
/// flagged ones leave no trace. Confined to one thread.
public final class TickCarry implements RowCarry {
    private final TradeColumns trades;
    private final List<@Nullable TickState> states = new ArrayList<>();
    private long sum;

    /// A carry over rows of these columns, before the first one.
    public TickCarry(TradeColumns trades) {
        this.trades = trades;
    }

    @Override
    public void accept(int row) {
        if (trades.late.get(row) != 0 || !Corrections.stands(trades.correction.get(row)) || trades.isFlagged(row)) {
            return;
        }
        int code = trades.ticker.code(row);
        TickState state = state(code);
        long name = trades.ticker.dictionary().checksum(code);
        sum -= state.lastPrice() == 0 ? 0 : StateDigest.extend(name, state.digest());
        state.accept(trades.price.get(row));
        sum += StateDigest.extend(name, state.digest());
    }

    @Override
    public int digest() {
        return (int) (sum ^ (sum >>> 32));
    }

    private TickState state(int code) {
        while (states.size() <= code) {
            states.add(null);
        }
        TickState known = states.get(code);
        if (known != null) {
            return known;
        }
        TickState fresh = new TickState();
        states.set(code, fresh);
        return fresh;
    }
}
