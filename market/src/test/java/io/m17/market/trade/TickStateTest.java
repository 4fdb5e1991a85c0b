package io.m17.market.trade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TickStateTest {
    @Test
    void knowsNothingBeforeTheFirstTrade() {
        TickState state = new TickState();
        assertEquals(0, state.direction(100));
        assertEquals(0, state.lastPrice());
    }

    @Test
    void comparesWithTheLastPriceThatDiffers() {
        TickState state = new TickState();
        state.accept(100);
        assertEquals(0, state.direction(100));
        assertEquals(1, state.direction(101));
        assertEquals(-1, state.direction(99));
        state.accept(101);
        assertEquals(1, state.direction(101));
        state.accept(101);
        assertEquals(1, state.direction(101));
        state.accept(100);
        assertEquals(-1, state.direction(100));
    }

    @Property
    void agreesWithASearchThroughAllEarlierTrades(@ForAll List<@IntRange(min = 1, max = 4) Integer> prices) {
        TickState state = new TickState();
        for (int i = 0; i < prices.size(); i++) {
            assertEquals(searched(prices, i), state.direction(prices.get(i)));
            state.accept(prices.get(i));
        }
    }

    private static int searched(List<Integer> prices, int index) {
        for (int i = index - 1; i >= 0; i--) {
            if (!prices.get(i).equals(prices.get(index))) {
                return Integer.compare(prices.get(index), prices.get(i));
            }
        }
        return 0;
    }

    @Test
    void digestsTheStateAndNotTheWayToIt() {
        TickState one = new TickState();
        TickState other = new TickState();
        one.accept(5);
        one.accept(7);
        other.accept(9);
        other.accept(5);
        other.accept(5);
        other.accept(7);
        assertEquals(one.digest(), other.digest());
        other.accept(8);
        assertNotEquals(one.digest(), other.digest());
        one.clear();
        assertEquals(new TickState().digest(), one.digest());
    }

    @Test
    void refusesAPriceThatIsNotPositive() {
        assertThrows(IllegalArgumentException.class, () -> new TickState().accept(0));
    }
}
