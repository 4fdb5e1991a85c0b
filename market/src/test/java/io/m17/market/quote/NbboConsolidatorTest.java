package io.m17.market.quote;

import static io.m17.market.quote.NbboConsolidator.Outcome.CHANGED;
import static io.m17.market.quote.NbboConsolidator.Outcome.OUT_OF_ORDER;
import static io.m17.market.quote.NbboConsolidator.Outcome.UNCHANGED;
import static io.m17.market.quote.NbboConsolidator.Outcome.UNKNOWN_EXCHANGE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NbboConsolidatorTest {
    private final NbboConsolidator consolidator = new NbboConsolidator();

    @Test
    void takesTheHighestBidAndTheLowestAsk() {
        assertEquals(CHANGED, consolidator.accept(1, 10, 100, 5, 104, 5));
        assertEquals(CHANGED, consolidator.accept(2, 11, 101, 1, 105, 9));
        assertEquals(UNCHANGED, consolidator.accept(3, 12, 99, 9, 106, 9));
        assertNbbo(101, 1, 2, 104, 5, 1);
        assertEquals(12, consolidator.sipTimestampNs());
    }

    @Test
    void ranksAtOnePriceBySizeThenByTime() {
        consolidator.accept(1, 10, 100, 5, 104, 5);
        assertEquals(UNCHANGED, consolidator.accept(2, 11, 100, 5, 104, 5));
        assertEquals(CHANGED, consolidator.accept(3, 12, 100, 6, 104, 4));
        assertNbbo(100, 6, 3, 104, 5, 1);
        assertEquals(CHANGED, consolidator.accept(1, 13, 100, 5, 104, 4));
        assertNbbo(100, 6, 3, 104, 5, 2);
    }

    @Test
    void keepsAnExchangesPlaceWhileItsSideStays() {
        consolidator.accept(1, 10, 100, 5, 104, 5);
        consolidator.accept(2, 11, 100, 5, 104, 5);
        consolidator.accept(1, 12, 100, 5, 103, 5);
        assertNbbo(100, 5, 1, 103, 5, 1);
        consolidator.accept(1, 13, 100, 4, 103, 5);
        consolidator.accept(1, 14, 100, 5, 103, 5);
        assertNbbo(100, 5, 2, 103, 5, 1);
    }

    @Test
    void fallsBackWhenTheBestIsWithdrawn() {
        consolidator.accept(1, 10, 100, 5, 104, 5);
        consolidator.accept(2, 11, 99, 7, 105, 7);
        assertEquals(CHANGED, consolidator.accept(1, 12, 0, 0, 0, 0));
        assertNbbo(99, 7, 2, 105, 7, 2);
        assertEquals(CHANGED, consolidator.accept(2, 13, 0, 0, 105, 7));
        assertNbbo(0, 0, -1, 105, 7, 2);
        assertFalse(consolidator.isLocked());
        assertFalse(consolidator.isCrossed());
    }

    @Test
    void keepsAndFlagsLockedAndCrossedMarkets() {
        consolidator.accept(1, 10, 100, 5, 104, 5);
        consolidator.accept(2, 11, 104, 5, 105, 5);
        assertTrue(consolidator.isLocked());
        assertFalse(consolidator.isCrossed());
        consolidator.accept(2, 12, 105, 5, 106, 5);
        assertTrue(consolidator.isCrossed());
        assertFalse(consolidator.isLocked());
        assertNbbo(105, 5, 2, 104, 5, 1);
    }

    @Test
    void countsAndIgnoresWhatIsOutOfOrder() {
        consolidator.accept(1, 10, 100, 5, 104, 5);
        assertEquals(OUT_OF_ORDER, consolidator.accept(2, 9, 101, 5, 103, 5));
        assertEquals(CHANGED, consolidator.accept(2, 10, 102, 5, 103, 5));
        assertNbbo(102, 5, 2, 103, 5, 2);
        assertEquals(1, consolidator.outOfOrder());
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, NbboConsolidator.EXCHANGES, Integer.MAX_VALUE})
    void countsAndIgnoresExchangesBeyondTheTable(int exchange) {
        assertEquals(UNKNOWN_EXCHANGE, consolidator.accept(exchange, 10, 100, 5, 104, 5));
        assertEquals(1, consolidator.unknownExchange());
        assertNbbo(0, 0, -1, 0, 0, -1);
        assertEquals(CHANGED, consolidator.accept(NbboConsolidator.EXCHANGES - 1, 10, 100, 5, 104, 5));
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, Long.MIN_VALUE, Long.MAX_VALUE, NbboConsolidator.MAX + 1})
    void takesAbsurdPricesAndSizesForNoQuote(long absurd) {
        consolidator.accept(1, 10, absurd, 5, 104, 5);
        consolidator.accept(2, 10, 100, absurd, 103, absurd);
        assertNbbo(0, 0, -1, 104, 5, 1);
    }

    @Test
    void forgetsEverythingWhenCleared() {
        consolidator.accept(1, 10, 100, 5, 104, 5);
        consolidator.accept(99, 10, 100, 5, 104, 5);
        consolidator.clear();
        assertNbbo(0, 0, -1, 0, 0, -1);
        assertEquals(0, consolidator.unknownExchange());
        assertEquals(CHANGED, consolidator.accept(1, 3, 90, 5, 94, 5));
    }

    private void assertNbbo(long bid, long bidSize, int bidExchange, long ask, long askSize, int askExchange) {
        assertEquals(bid, consolidator.bidPrice());
        assertEquals(bidSize, consolidator.bidSize());
        assertEquals(bidExchange, consolidator.bidExchange());
        assertEquals(ask, consolidator.askPrice());
        assertEquals(askSize, consolidator.askSize());
        assertEquals(askExchange, consolidator.askExchange());
    }
}
