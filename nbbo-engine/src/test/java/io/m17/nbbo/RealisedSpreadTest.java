package io.m17.nbbo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.m17.fixtures.GoldenTable;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RealisedSpreadTest {
    private static final QuoteRows QUOTES = new QuoteRows(
            new long[] {10, 20, 30, 40, 50}, new long[] {100, 102, 0, 115, 120}, new long[] {110, 112, 112, 112, 120});

    private final AggressorRows rows = new AggressorRows();

    static Stream<List<String>> lines() {
        return GoldenTable.read(RealisedSpreadTest.class, "realised-spread.csv").stream()
                .map(List::of);
    }

    @ParameterizedTest
    @MethodSource("lines")
    void measuresWhatTheTableSays(List<String> line) {
        TradeRows trades = new TradeRows(
                new long[] {Long.parseLong(line.get(0))}, new long[] {Long.parseLong(line.get(1))}, new byte[1]);
        rows.reserve(1);
        rows.decide(0, Integer.parseInt(line.get(2)), Rule.QUOTE.code());
        new RealisedSpread(5).measure(trades, 0, 1, QUOTES, 0, QUOTES.capacity(), rows);
        long expected = line.get(3).isEmpty() ? AggressorRows.NONE : Long.parseLong(line.get(3));
        assertEquals(expected, rows.realisedSpread(0), () -> String.join("|", line));
    }

    @Test
    void isExactAtTheHighestPrice() {
        long price = TradeClassifier.MAX_PRICE;
        rows.reserve(1);
        rows.decide(0, TradeClassifier.SELL, Rule.QUOTE.code());
        TradeRows trades = new TradeRows(new long[] {1}, new long[] {price}, new byte[1]);
        QuoteRows quotes = new QuoteRows(new long[] {2}, new long[] {1}, new long[] {2});
        new RealisedSpread(1).measure(trades, 0, 1, quotes, 0, 1, rows);
        assertEquals(3 - 2 * price, rows.realisedSpread(0));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1})
    void refusesAHorizonThatIsNotAfterTheTrade(long horizonNs) {
        assertThrows(IllegalArgumentException.class, () -> new RealisedSpread(horizonNs));
    }
}
