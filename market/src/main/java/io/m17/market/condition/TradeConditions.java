package io.m17.market.condition;

import io.m17.market.column.StateDigest;
import io.m17.market.column.TextDictionary;
import java.util.Collection;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntConsumer;

/// A versioned table of sale conditions, and the rule of a trade by it: what all of its conditions allow. A trade
/// without conditions may update everything.
///
/// A condition that the table does not list allows volume only, so that a print of unknown kind is counted and
/// never sets a price, and raises [#UNKNOWN], so that it can be counted and shown.
public final class TradeConditions {
    /// The trade counts in the volume.
    public static final int VOLUME = 1;

    /// The trade may set the high and the low.
    public static final int HIGH_LOW = 2;

    /// The trade may set the open and the close (the last sale).
    public static final int OPEN_CLOSE = 4;

    /// Every rule allows the trade.
    public static final int ALL = VOLUME | HIGH_LOW | OPEN_CLOSE;

    /// At least one condition is not in the table (or is no number).
    public static final int UNKNOWN = 8;

    private final String version;
    private final Map<Integer, TradeCondition> byId;
    private final int rulesDigest;

    private TradeConditions(String version, Map<Integer, TradeCondition> byId) {
        this.version = version;
        this.byId = byId;
        this.rulesDigest = rulesDigest(byId.values());
    }

    /// A table from conditions of any origin. The same id twice is an [IllegalArgumentException].
    public static TradeConditions of(String version, Collection<TradeCondition> conditions) {
        Map<Integer, TradeCondition> byId = new TreeMap<>();
        for (TradeCondition condition : conditions) {
            if (byId.put(condition.id(), condition) != null) {
                throw new IllegalArgumentException(
                        "a condition stands twice in the table [version=" + version + ", id=" + condition.id() + "]");
            }
        }
        return new TradeConditions(version, byId);
    }

    /// The table for stock trades that m17 ships.
    public static TradeConditions stocks() {
        return TradeConditionsCsv.resource("stock-trade-conditions.csv");
    }

    /// The table for option trades that m17 ships.
    public static TradeConditions options() {
        return TradeConditionsCsv.resource("option-trade-conditions.csv");
    }

    /// Which state of the rules this is.
    public String version() {
        return version;
    }

    /// The conditions, in order of their ids.
    public Collection<TradeCondition> conditions() {
        return byId.values();
    }

    /// A digest of what the rules allow: the same for tables that treat every list of conditions alike, whatever their
    /// names, sources and versions. A condition that allows volume only counts like one that is not listed.
    public int rulesDigest() {
        return rulesDigest;
    }

    private static int rulesDigest(Collection<TradeCondition> conditions) {
        long digest = StateDigest.EMPTY;
        for (TradeCondition condition : conditions) {
            if (condition.eligibility() != VOLUME) {
                digest = StateDigest.extend(StateDigest.extend(digest, condition.id()), condition.eligibility());
            }
        }
        return (int) (digest ^ (digest >>> Integer.SIZE));
    }

    /// What a trade with this comma-separated list may update: a set of [#VOLUME], [#HIGH_LOW] and [#OPEN_CLOSE],
    /// with [#UNKNOWN] where a condition is not in the table.
    public int eligibility(String conditions) {
        int[] allowed = {ALL};
        int[] unknown = {0};
        forEach(conditions, id -> {
            TradeCondition condition = byId.get(id);
            allowed[0] &= condition == null ? VOLUME : condition.eligibility();
            unknown[0] |= condition == null ? UNKNOWN : 0;
        });
        return allowed[0] | unknown[0];
    }

    /// [#eligibility(String)] of every text in a dictionary of condition lists, by its code: made once a batch, so that
    /// the loop over the rows is one array access.
    public int[] eligibilityByCode(TextDictionary dictionary) {
        int[] eligibility = new int[dictionary.size()];
        for (int code = 0; code < eligibility.length; code++) {
            eligibility[code] = eligibility(dictionary.text(code));
        }
        return eligibility;
    }

    /// The conditions of a list that the table does not know; -1 stands for what is no number.
    public NavigableSet<Integer> unknownIn(String conditions) {
        NavigableSet<Integer> unknown = new TreeSet<>();
        forEach(conditions, id -> {
            if (!byId.containsKey(id)) {
                unknown.add(id);
            }
        });
        return unknown;
    }

    private static void forEach(String conditions, IntConsumer action) {
        if (conditions.isEmpty()) {
            return;
        }
        for (String condition : conditions.split(",", -1)) {
            boolean isNumber = !condition.isEmpty()
                    && condition.length() <= 9
                    && condition.chars().allMatch(c -> c >= '0' && c <= '9');
            action.accept(isNumber ? Integer.parseInt(condition) : -1);
        }
    }
}
