package io.m17.market.condition;

import static io.m17.market.condition.TradeConditions.ALL;
import static io.m17.market.condition.TradeConditions.HIGH_LOW;
import static io.m17.market.condition.TradeConditions.OPEN_CLOSE;
import static io.m17.market.condition.TradeConditions.UNKNOWN;
import static io.m17.market.condition.TradeConditions.VOLUME;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.m17.market.column.TextDictionary;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TradeConditionsTest {
    private final TradeConditions stocks = TradeConditions.stocks();
    private final TradeConditions options = TradeConditions.options();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ''       | 7
                    0        | 7
                    14,41    | 7
                    37       | 1
                    12       | 1
                    12,37    | 1
                    12,14,41 | 1
                    2,10,41  | 1
                    10,41    | 3
                    32       | 3
                    15       | 0
                    16       | 0
                    38       | 6
                    38,37    | 0
                    17,41    | 7
                    53       | 1
                    """)
    void allowsWhatAllConditionsAllow(String conditions, int expected) {
        assertEquals(expected, stocks.eligibility(conditions));
    }

    /// The vendor's listing of 2026-09-27: which conditions are not allowed to update what.
    @Test
    void agreesWithTheListingOfTheVendor() {
        assertEquals(Set.of(15, 16, 38), ids(condition -> !condition.updatesVolume()));
        assertEquals(
                Set.of(2, 7, 12, 13, 15, 16, 20, 21, 29, 37, 52, 53), ids(condition -> !condition.updatesHighLow()));
        assertEquals(
                Set.of(2, 5, 7, 10, 12, 13, 15, 16, 20, 21, 22, 29, 32, 33, 37, 52, 53),
                ids(condition -> !condition.updatesOpenClose()));
        assertEquals(56, stocks.conditions().size());
    }

    @Test
    void letsAnUnknownConditionUpdateVolumeOnlyAndSaysSo() {
        assertEquals(VOLUME | UNKNOWN, stocks.eligibility("14,99"));
        assertEquals(VOLUME | UNKNOWN, stocks.eligibility("x"));
        assertEquals(UNKNOWN, stocks.eligibility("15,99"));
        assertEquals(new TreeSet<>(Set.of(-1, 99)), stocks.unknownIn("14,99,x,,1234567890123"));
        assertTrue(stocks.unknownIn("").isEmpty());
    }

    @Test
    void takesCancelledOptionTradesOut() {
        for (String cancel : List.of("201", "203", "205", "207")) {
            assertEquals(0, options.eligibility(cancel));
        }
        assertEquals(ALL, options.eligibility("209"));
        assertEquals(VOLUME | HIGH_LOW, options.eligibility("202"));
        assertEquals(VOLUME, options.eligibility("247"));
        assertEquals(33, options.conditions().size());
    }

    @Test
    void answersForEveryCodeOfADictionary() {
        TextDictionary dictionary = new TextDictionary();
        dictionary.code("");
        dictionary.code("12,37");
        dictionary.code("10");
        assertArrayEquals(new int[] {ALL, VOLUME, VOLUME | HIGH_LOW}, stocks.eligibilityByCode(dictionary));
    }

    @Test
    void readsATableWithItsVersion() throws IOException {
        TradeConditions table = read("version,mine-1\n" + HEADER + "7,\"A, B\",yes,no,yes,somewhere\n");
        assertEquals("mine-1", table.version());
        assertEquals(
                new TradeCondition(7, "A, B", true, false, true, "somewhere"),
                table.conditions().iterator().next());
        assertEquals(VOLUME | OPEN_CLOSE, table.eligibility("7"));
    }

    @Test
    void refusesATableThatIsBroken() {
        assertThrows(ConditionTableException.class, () -> read(HEADER));
        assertThrows(ConditionTableException.class, () -> read("version,1\n" + HEADER));
        assertThrows(ConditionTableException.class, () -> read("version,1\n" + HEADER + "7,A,maybe,no,no,s\n"));
        assertThrows(
                ConditionTableException.class,
                () -> read("version,1\n" + HEADER + "7,A,yes,no,no,s\n7,B,yes,no,no,s\n"));
        Exception broken = assertThrows(
                ConditionTableException.class,
                () -> read("version,1\n" + HEADER + "1,A,yes,no,no,s\nx,A,yes,no,no,s\n"));
        assertTrue(String.valueOf(broken.getMessage()).contains("[file=test, line=4]"), broken.getMessage());
    }

    private static final String HEADER = "id,name,updates_volume,updates_high_low,updates_open_close,sources\n";

    private static TradeConditions read(String table) throws IOException {
        return TradeConditionsCsv.read(Path.of("test"), new StringReader(table));
    }

    private Set<Integer> ids(Predicate<TradeCondition> filter) {
        Set<Integer> ids = new TreeSet<>();
        stocks.conditions().stream().filter(filter).forEach(condition -> ids.add(condition.id()));
        return ids;
    }
}
