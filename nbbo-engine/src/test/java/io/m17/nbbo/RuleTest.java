package io.m17.nbbo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RuleTest {
    @ParameterizedTest
    @CsvSource({
        "QUOTE,1",
        "TICK,2",
        "MIDPOINT,3",
        "NO_TICK,4",
        "NO_NBBO,5",
        "ONE_SIDED,6",
        "CROSSED,7",
        "LATE,8",
        "NOT_ELIGIBLE,9",
        "NO_PRICE,10",
        "DEPTH,11",
        "TRADE_SIZE,12",
        "EQUAL_DEPTH,13"
    })
    void keepsItsStoredCode(Rule rule, byte code) {
        assertEquals(code, rule.code());
        assertEquals(rule, Rule.of(code));
    }

    @Test
    void hasNoRuleBeyondTheTable() {
        assertEquals(13, Rule.values().length);
    }

    @ParameterizedTest
    @ValueSource(bytes = {0, 14, -1})
    void refusesCodesOfNoRule(byte code) {
        assertThrows(IllegalArgumentException.class, () -> Rule.of(code));
    }
}
