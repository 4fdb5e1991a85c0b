package io.m17.market.trade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TradeBoundsTest {
    @ParameterizedTest
    @CsvSource({
        "1, 0, NONE",
        "10000000000000, 1000000000000000, NONE",
        "0, 1, PRICE_NOT_POSITIVE",
        "-1, 1, PRICE_NOT_POSITIVE",
        "-1, -1, PRICE_NOT_POSITIVE",
        "10000000000001, 1, PRICE_TOO_HIGH",
        "10000000000001, -1, PRICE_TOO_HIGH",
        "1, -1, SIZE_NEGATIVE",
        "1, 1000000000000001, SIZE_TOO_LARGE"
    })
    void saysWhatIsWrongWithATrade(long price, long size, TradeFlag flag) {
        assertEquals(flag, TradeBounds.DEFAULT.flag(price, size));
        assertEquals(flag == TradeFlag.NONE, TradeBounds.DEFAULT.admits(price, size));
        assertEquals(flag == TradeFlag.NONE, flag.label().isEmpty());
    }

    @Test
    void hasADigestThatTellsBoundsApart() {
        int digest = TradeBounds.ofWhole(10, 20).digest();
        assertEquals(new TradeBounds(10_000_000, 20_000_000).digest(), digest);
        assertNotEquals(TradeBounds.ofWhole(20, 10).digest(), digest);
        assertNotEquals(TradeBounds.ofWhole(10, 21).digest(), digest);
        assertNotEquals(TradeBounds.ofWhole(11, 20).digest(), digest);
    }

    @Test
    void refusesBoundsThatNoTradeIsWithin() {
        assertThrows(IllegalArgumentException.class, () -> TradeBounds.ofWhole(0, 1));
        assertThrows(IllegalArgumentException.class, () -> TradeBounds.ofWhole(1, -1));
    }
}
