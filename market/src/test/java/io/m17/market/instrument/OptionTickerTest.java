package io.m17.market.instrument;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionTickerTest {
    @Test
    void readsTheParts() {
        OptionTicker ticker = OptionTicker.parse("O:TWX140621P00042500");
        assertEquals("TWX", ticker.root());
        assertEquals(LocalDate.of(2014, 6, 21), ticker.expiration());
        assertEquals(OptionRight.PUT, ticker.right());
        assertEquals(42_500, ticker.strikeThousandths());
        assertEquals("O:TWX", ticker.chain());
        assertEquals("TWX", ticker.underlying());
        assertFalse(ticker.adjusted());
    }

    @Test
    void readsFromTheRightSoThatDigitsInTheRootDoNotMatter() {
        OptionTicker ticker = OptionTicker.parse("O:AMD1251219C00000500");
        assertEquals("AMD1", ticker.root());
        assertTrue(ticker.adjusted());
        assertEquals(500, ticker.strikeThousandths());
        assertFalse(OptionTicker.parse("O:2SPX251219C00000500").adjusted());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "O:SPY250230C00650000",
                "O:SPY251319C00650000",
                "O:SPY251219C0065000",
                "O:SPY251219C0065O000",
                "O:ABCDEFG251219C00650000",
                "O:251219C00650000",
                "SPY251219C00650000",
                "O:SPY251219c00650000",
                ""
            })
    void refusesWhatIsNoTicker(String ticker) {
        assertThrows(IllegalArgumentException.class, () -> OptionTicker.parse(ticker));
    }

    @Test
    void findsTheChainInsideABuffer() {
        byte[] buffer = ",O:SPXW251219C06500000,".getBytes(StandardCharsets.US_ASCII);
        assertEquals("O:SPXW".length(), OptionTicker.chainLength(buffer, 1, buffer.length - 2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "O:SPY",
                "SPY",
                "O:spy251219C00650000",
                "O:SPY251219X00650000",
                "O:SPY2512I9C00650000",
                "O:SPY251219C0065000x",
                "P:SPY251219C00650000",
                "O:ABCDEFG251219C00650000",
                ""
            })
    void findsNoChainInOtherBytes(String text) {
        byte[] buffer = text.getBytes(StandardCharsets.US_ASCII);
        assertEquals(-1, OptionTicker.chainLength(buffer, 0, buffer.length));
    }

    @Property
    void printsWhatItReads(
            @ForAll @CharRange(from = 'A', to = 'Z') @StringLength(min = 1, max = 6) String root,
            @ForAll @IntRange(max = 36_000) int days,
            @ForAll boolean call,
            @ForAll @IntRange(max = 99_999_999) int strike) {
        LocalDate expiration = LocalDate.of(2000, 1, 1).plusDays(days);
        OptionTicker ticker = new OptionTicker(root, expiration, call ? OptionRight.CALL : OptionRight.PUT, strike);
        String symbol = ticker.symbol();
        assertEquals(ticker, OptionTicker.parse(symbol));
        byte[] bytes = symbol.getBytes(StandardCharsets.US_ASCII);
        assertEquals(ticker.chain().length(), OptionTicker.chainLength(bytes, 0, bytes.length));
    }
}
