package io.m17.market.quote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PrevailingQuoteTest {
    @Test
    void saysWhichSidesThereAre() {
        PrevailingQuote quote = new PrevailingQuote();
        assertFalse(quote.isPresent());
        quote.accept(1, 0, 0, 101, 5);
        assertTrue(quote.isPresent());
        assertFalse(quote.isTwoSided());
        quote.accept(2, 100, 3, 101, 5);
        assertTrue(quote.isTwoSided());
        assertFalse(quote.isCrossed());
        quote.accept(3, 102, 3, 101, 5);
        assertTrue(quote.isCrossed());
        quote.accept(4, 101, 3, 101, 5);
        assertFalse(quote.isCrossed());
    }

    @Test
    void digestsEveryPartOfTheQuote() {
        Set<Long> digests = new HashSet<>();
        digests.add(digest(1, 2, 3, 4, 5));
        digests.add(digest(9, 2, 3, 4, 5));
        digests.add(digest(1, 9, 3, 4, 5));
        digests.add(digest(1, 2, 9, 4, 5));
        digests.add(digest(1, 2, 3, 9, 5));
        digests.add(digest(1, 2, 3, 4, 9));
        digests.add(digest(1, 4, 5, 2, 3));
        assertEquals(7, digests.size());
        assertEquals(digest(1, 2, 3, 4, 5), digest(1, 2, 3, 4, 5));
    }

    @Test
    void forgetsWhenCleared() {
        PrevailingQuote quote = new PrevailingQuote();
        long empty = quote.digest();
        quote.accept(1, 2, 3, 4, 5);
        assertNotEquals(empty, quote.digest());
        quote.clear();
        assertEquals(empty, quote.digest());
    }

    private static long digest(long sipNs, long bid, long bidSize, long ask, long askSize) {
        PrevailingQuote quote = new PrevailingQuote();
        quote.accept(sipNs, bid, bidSize, ask, askSize);
        return quote.digest();
    }
}
