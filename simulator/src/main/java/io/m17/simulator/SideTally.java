package io.m17.simulator;

import java.util.EnumMap;
import java.util.Map;

/// How many trades got which side by which rule, and how often that is what the simulated trader did. Rows outside
/// the session count too. Confined to one thread.
final class SideTally {
    private final Map<Side, Long> sides = new EnumMap<>(Side.class);
    private final Map<SideRule, Long> rules = new EnumMap<>(SideRule.class);
    private long agreeing;
    private long disagreeing;

    SideTally() {
        for (Side side : Side.values()) {
            sides.put(side, 0L);
        }
        for (SideRule rule : SideRule.values()) {
            rules.put(rule, 0L);
        }
    }

    void add(Side side, SideRule rule, Side traderSide) {
        sides.merge(side, 1L, Long::sum);
        rules.merge(rule, 1L, Long::sum);
        if (side != Side.UNKNOWN && traderSide != Side.UNKNOWN) {
            agreeing += side == traderSide ? 1 : 0;
            disagreeing += side == traderSide ? 0 : 1;
        }
    }

    Map<Side, Long> sides() {
        return Map.copyOf(sides);
    }

    Map<SideRule, Long> rules() {
        return Map.copyOf(rules);
    }

    long agreeing() {
        return agreeing;
    }

    long disagreeing() {
        return disagreeing;
    }
}
