package io.m17.market.trade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.m17.market.column.Column;
import org.junit.jupiter.api.Test;

/// Which trades the tick test remembers.
class TickCarryTest {
    private final TradeColumns trades = TradeColumns.create();
    private final TickCarry carry = new TickCarry(trades);

    /// The digest behind one more trade.
    private int after(long price, long size, int correction, boolean late) {
        trades.instrument.append("SPY");
        trades.ticker.append("SPY");
        trades.sipTimestamp.append(1);
        trades.participantTimestamp.append(Column.NULL);
        trades.price.append(price);
        trades.size.append(size);
        trades.exchange.append(1);
        trades.conditions.append("");
        trades.correction.append(correction);
        trades.sequenceNumber.append(Column.NULL);
        trades.id.append("");
        trades.tape.append(1);
        trades.trfId.append(0);
        trades.trfTimestamp.append(Column.NULL);
        trades.late.append(late ? 1 : 0);
        trades.flag.append(TradeBounds.DEFAULT.flag(price, size).label());
        carry.accept(trades.count() - 1);
        return carry.digest();
    }

    @Test
    void remembersNoTradeThatIsLateDoesNotStandOrIsFlagged() {
        int first = after(10_000_000, 1, 0, false);
        assertEquals(first, after(11_000_000, 1, 0, true));
        assertEquals(first, after(11_000_000, 1, 8, false));
        assertEquals(first, after(0, 1, 0, false));
        assertEquals(first, after(-10_000_000, 1, 0, false));
        assertEquals(first, after(11_000_000, -1, 0, false));
        assertEquals(first, after(TradeBounds.DEFAULT.highestPrice() + 1, 1, 0, false));
        assertNotEquals(first, after(11_000_000, 1, 0, false));
    }
}
