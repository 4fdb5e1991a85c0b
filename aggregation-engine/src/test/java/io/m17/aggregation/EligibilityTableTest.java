package io.m17.aggregation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.m17.fixtures.GoldenTable;
import io.m17.market.column.Column;
import io.m17.market.condition.TradeCondition;
import io.m17.market.condition.TradeConditions;
import io.m17.market.trade.Corrections;
import io.m17.market.trade.TradeBounds;
import io.m17.market.trade.TradeColumns;
import io.m17.market.trade.TradeFlag;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every line of `eligibility.csv`, through the kernel; and every condition of the shipped tables, every
/// correction code and every flag has one and only one.
final class EligibilityTableTest {
    private static final int KIND = 0;
    private static final int CODE = 1;
    private static final int UPDATES = 2;
    private static final long DOLLAR = 1_000_000;
    private static final long SHARE = 1_000_000;

    private final TradeColumns trades = TradeColumns.create();

    static Stream<List<String>> lines() {
        return GoldenTable.read(EligibilityTableTest.class, "eligibility.csv").stream()
                .map(List::of);
    }

    @ParameterizedTest
    @MethodSource("lines")
    void updatesWhatTheTableSays(List<String> line) {
        add(line, 13 * DOLLAR, 50 * SHARE);
        trade("", 0, false, 10 * DOLLAR, 100 * SHARE);
        add(line, 9 * DOLLAR, 50 * SHARE);
        boolean options = line.get(KIND).equals("options");
        Eligibility eligibility = new Eligibility(
                trades.rows(), options ? TradeConditions.options() : TradeConditions.stocks(), TradeBounds.DEFAULT);
        assertEquals(
                line.get(KIND).equals("unlisted") ? 1 : 0,
                eligibility.unlisted().size(),
                line::toString);
        assertEquals(flags(line.get(UPDATES)), eligibility.of(0), () -> "eligibility of " + line);
        BarColumns bars = bars(eligibility);
        assertEquals(micros(line.get(3)), bars.open(0), () -> "open of " + line);
        assertEquals(micros(line.get(4)), bars.high(0), () -> "high of " + line);
        assertEquals(micros(line.get(5)), bars.low(0), () -> "low of " + line);
        assertEquals(micros(line.get(6)), bars.close(0), () -> "close of " + line);
        assertEquals(micros(line.get(7)), bars.volume(0), () -> "volume of " + line);
        assertEquals(Long.parseLong(line.get(8)), bars.tradeCount(0), () -> "count of " + line);
        assertEquals(micros(line.get(9)), bars.vwap(0), () -> "VWAP of " + line);
        assertEquals(line.get(KIND).equals("value") ? 2 : 0, bars.excludedCount(0), () -> "left out of " + line);
        assertFalse(line.get(10).isBlank(), () -> "source of " + line);
    }

    @Test
    void hasALineForEveryConditionOfTheShippedTablesAndForNoOther() {
        assertEquals(ids(TradeConditions.stocks()), codes("stocks"));
        assertEquals(ids(TradeConditions.options()), codes("options"));
        assertTrue(codes("unlisted").size() >= 3);
        codes("unlisted")
                .forEach(code -> assertFalse(ids(TradeConditions.stocks()).contains(code), code));
    }

    @Test
    void hasALineForEveryCorrectionAndForSomeThatNobodyDocuments() {
        Set<String> documented = Corrections.CODES.stream().map(String::valueOf).collect(Collectors.toSet());
        assertTrue(codes("correction").containsAll(documented));
        lines().filter(line -> line.get(KIND).equals("correction") && !documented.contains(line.get(CODE)))
                .forEach(line -> assertEquals("-", line.get(UPDATES), line.toString()));
        assertTrue(codes("correction").size() > documented.size());
        IntStream.range(0, 1000)
                .filter(code -> !Corrections.CODES.contains(code))
                .forEach(code -> assertFalse(Corrections.stands(code), "correction " + code));
    }

    @Test
    void hasALineForEveryFlag() {
        Set<String> flags = Arrays.stream(TradeFlag.values())
                .filter(flag -> flag != TradeFlag.NONE)
                .map(TradeFlag::name)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(flags, codes("value"));
    }

    @Test
    void hasEachCodeOnce() {
        List<String> all =
                lines().map(line -> line.get(KIND) + " " + line.get(CODE)).toList();
        assertEquals(all.size(), Set.copyOf(all).size());
    }

    private static Set<String> ids(TradeConditions table) {
        return table.conditions().stream()
                .map(TradeCondition::id)
                .map(String::valueOf)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> codes(String kind) {
        return lines().filter(line -> line.get(KIND).equals(kind))
                .map(line -> line.get(CODE))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// Adds a trade of a line's code.
    private void add(List<String> line, long price, long size) {
        String code = line.get(CODE);
        switch (line.get(KIND)) {
            case "stocks", "options", "unlisted" -> trade(code, 0, false, price, size);
            case "correction" -> trade("", Integer.parseInt(code), false, price, size);
            case "late" -> trade("", 0, true, price, size);
            case "value" -> flagged(TradeFlag.valueOf(code), price, size);
            default -> throw new AssertionError(line);
        }
    }

    /// A trade with what the flag says is wrong, and nothing else.
    private void flagged(TradeFlag flag, long price, long size) {
        TradeBounds bounds = TradeBounds.DEFAULT;
        switch (flag) {
            case NONE -> trade("", 0, false, price, size);
            case PRICE_NOT_POSITIVE -> trade("", 0, false, trades.count() == 0 ? 0 : -price, size);
            case PRICE_TOO_HIGH -> trade("", 0, false, bounds.highestPrice() + 1, size);
            case SIZE_NEGATIVE -> trade("", 0, false, price, -size);
            case SIZE_TOO_LARGE -> trade("", 0, false, price, bounds.largestSize() + 1);
        }
    }

    private void trade(String conditions, int correction, boolean late, long price, long size) {
        trades.instrument.append("AAA");
        trades.ticker.append("AAA");
        trades.sipTimestamp.append(1);
        trades.participantTimestamp.append(Column.NULL);
        trades.price.append(price);
        trades.size.append(size);
        trades.exchange.append(4);
        trades.conditions.append(conditions);
        trades.correction.append(correction);
        trades.sequenceNumber.append(Column.NULL);
        trades.id.append("1");
        trades.tape.append(1);
        trades.trfId.append(0);
        trades.trfTimestamp.append(Column.NULL);
        trades.late.append(late ? 1 : 0);
        trades.flag.append(TradeBounds.DEFAULT.flag(price, size).label());
    }

    /// The bars of the trades, added as the engine adds them.
    private BarColumns bars(Eligibility eligibility) {
        MinuteBars minutes = MinuteBars.forEquity();
        for (int row = 0; row < trades.count(); row++) {
            minutes.addTrade(0, trades.price.get(row), trades.size.get(row), eligibility.of(row), 0);
            if (eligibility.isExcluded(row)) {
                minutes.addExcluded(0);
            }
        }
        return minutes.bars();
    }

    private static int flags(String text) {
        return (text.contains("V") ? MinuteBars.VOLUME : 0)
                | (text.contains("H") ? MinuteBars.HIGH_LOW : 0)
                | (text.contains("O") ? MinuteBars.OPEN_CLOSE : 0);
    }

    private static long micros(String text) {
        return new BigDecimal(text).movePointRight(6).longValueExact();
    }
}
