package io.m17.nbbo;

import io.m17.market.artifact.AggressorColumns;

/// The dictionary codes of sides and rules in one batch of rows. Confined to one thread.
final class ResultCodes {
    private final int buy;
    private final int sell;
    private final int unknown;
    private final int[] rules;

    ResultCodes(AggressorColumns columns) {
        buy = columns.side.dictionary().code("BUY");
        sell = columns.side.dictionary().code("SELL");
        unknown = columns.side.dictionary().code("UNKNOWN");
        rules = new int[Rule.values().length + 1];
        for (Rule rule : Rule.values()) {
            rules[rule.code()] = columns.rule.dictionary().code(rule.name());
        }
    }

    int side(byte side) {
        return side > 0 ? buy : side < 0 ? sell : unknown;
    }

    int rule(byte ruleCode) {
        return rules[ruleCode];
    }
}
