package io.m17.nbbo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.m17.fixtures.GoldenTable;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every line of `methods.csv`; and every method, and every rule of every method, has one.
final class MethodsTableTest {
    private static final int METHOD = 0;
    private static final int RULE = 12;

    static Stream<List<String>> lines() {
        return GoldenTable.read(MethodsTableTest.class, "methods.csv").stream().map(List::of);
    }

    @ParameterizedTest
    @MethodSource("lines")
    void decidesAsTheTableSays(List<String> line) {
        AggressorRows rows = new AggressorRows();
        rows.reserve(1);
        boolean quoted = !line.get(2).isEmpty();
        QuoteRows quotes = quoted
                ? new QuoteRows(new long[] {9}, at(line, 2), at(line, 4), at(line, 3), at(line, 5))
                : new QuoteRows(new long[0], new long[0], new long[0], new long[0], new long[0]);
        TradeRows trades = new TradeRows(new long[] {10}, at(line, 8), at(line, 9), new byte[] {flags(line.get(10))});
        Carry carry = new Carry();
        carry.setTicks(Long.parseLong(line.get(6)), Long.parseLong(line.get(7)));
        TradeClassifier.of(Method.valueOf(line.get(METHOD)), CrossedPolicy.valueOf(line.get(1)))
                .classify(trades, 0, 1, quotes, 0, quoted ? 1 : 0, carry, rows);
        assertEquals(Integer.parseInt(line.get(11)), rows.side(0), () -> "side of " + line);
        assertEquals(Rule.valueOf(line.get(RULE)), rows.rule(0), () -> "rule of " + line);
        assertEquals(quoted ? 1 : AggressorRows.NONE, rows.quoteAgeNs(0), () -> "quote age of " + line);
    }

    @Test
    void hasALineForEveryMethodAndRule() {
        assertEquals(
                EnumSet.allOf(Method.class),
                lines().map(line -> Method.valueOf(line.get(METHOD))).collect(Collectors.toSet()));
        assertEquals(
                EnumSet.allOf(Rule.class),
                lines().map(line -> Rule.valueOf(line.get(RULE))).collect(Collectors.toSet()));
    }

    @Test
    void hasALineForEveryAnswerOfEveryMethod() {
        for (Method method : Method.values()) {
            Set<Byte> expected = method.steps().stream().map(Step::ruleCode).collect(Collectors.toSet());
            expected.add(method.undecided().code());
            Set<Byte> found = lines().filter(line -> method.name().equals(line.get(METHOD)))
                    .map(line -> Rule.valueOf(line.get(RULE)).code())
                    .collect(Collectors.toSet());
            assertEquals(Set.of(), missing(expected, found), method.name());
        }
    }

    private static Set<Byte> missing(Set<Byte> expected, Set<Byte> found) {
        return expected.stream().filter(code -> !found.contains(code)).collect(Collectors.toSet());
    }

    @Test
    void asksEveryMethodsStepsInTheOrderOfTheirDeclaration() {
        for (Method method : Method.values()) {
            assertEquals(method.steps().stream().sorted().toList(), method.steps(), method.name());
            long places = method.steps().stream()
                    .filter(step -> step.ruleCode() == Rule.QUOTE.code())
                    .count();
            assertTrue(places <= 1, method.name());
        }
    }

    @Test
    void keepsTheCodesThatDigestsKnowMethodsBy() {
        assertEquals(
                List.of("QUOTE1", "TICK2", "LEE_READY3", "EMO4", "CLNV5", "DEPTH6", "TRADE_SIZE7", "GSU8"),
                Arrays.stream(Method.values())
                        .map(method -> method.name() + method.code())
                        .toList());
    }

    private static long[] at(List<String> line, int column) {
        return new long[] {Long.parseLong(line.get(column))};
    }

    private static byte flags(String text) {
        return (byte) ((text.contains("E") ? TradeRows.ELIGIBLE : 0) | (text.contains("L") ? TradeRows.LATE : 0));
    }
}
