package io.m17.market.condition;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// A trade's rule is the AND over its conditions, whatever they are.
class TradeConditionsPropertiesTest {
    private final TradeConditions stocks = TradeConditions.stocks();

    /// Conditions of the table and some that it does not have.
    @Provide
    Arbitrary<List<Integer>> conditions() {
        List<Integer> ids = new ArrayList<>(
                stocks.conditions().stream().map(TradeCondition::id).toList());
        ids.addAll(List.of(26, 99, 1_000));
        return Arbitraries.of(ids).list().ofMaxSize(8);
    }

    private int eligibility(List<Integer> conditions) {
        return stocks.eligibility(conditions.stream().map(String::valueOf).collect(Collectors.joining(",")));
    }

    @Property(tries = 2_000, seed = "37")
    void allowsWhatEachOfThemAllows(@ForAll("conditions") List<Integer> conditions) {
        int allowed = TradeConditions.ALL;
        int unknown = 0;
        for (int condition : conditions) {
            int alone = eligibility(List.of(condition));
            allowed &= alone;
            unknown |= alone & TradeConditions.UNKNOWN;
        }
        assertEquals(allowed | unknown, eligibility(conditions));
    }

    @Property(tries = 2_000, seed = "38")
    void dependsOnNeitherOrderNorRepetition(@ForAll("conditions") List<Integer> conditions, @ForAll long seed) {
        List<Integer> shuffled = new ArrayList<>(conditions);
        shuffled.addAll(conditions);
        Collections.shuffle(shuffled, new Random(seed));
        assertEquals(eligibility(conditions), eligibility(shuffled));
    }

    @Property(tries = 2_000, seed = "39")
    void neverAllowsMoreWithOneConditionMore(
            @ForAll("conditions") List<Integer> conditions, @ForAll("conditions") List<Integer> more) {
        List<Integer> all = new ArrayList<>(conditions);
        all.addAll(more);
        int allowed = eligibility(all) & TradeConditions.ALL;
        assertEquals(allowed, allowed & eligibility(conditions));
    }
}
