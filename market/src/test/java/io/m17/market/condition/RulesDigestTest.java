package io.m17.market.condition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/// The digest of a table tells its rules apart, and nothing else.
class RulesDigestTest {
    private final TradeConditions shipped = TradeConditions.stocks();

    private static TradeConditions table(List<TradeCondition> conditions) {
        return TradeConditions.of("mine", conditions);
    }

    /// The shipped table with another rule for one condition.
    private TradeConditions with(int id, UnaryOperator<TradeCondition> change) {
        return table(shipped.conditions().stream()
                .map(each -> each.id() == id ? change.apply(each) : each)
                .toList());
    }

    private static TradeCondition of(TradeCondition like, boolean volume, boolean highLow, boolean openClose) {
        return new TradeCondition(like.id(), like.name(), volume, highLow, openClose, like.sources());
    }

    @Test
    void isAnotherForEveryOneRuleThatIsAnother() {
        Set<Integer> digests = new HashSet<>(Set.of(shipped.rulesDigest()));
        for (TradeCondition each : shipped.conditions()) {
            boolean volume = each.updatesVolume();
            boolean highLow = each.updatesHighLow();
            boolean openClose = each.updatesOpenClose();
            digests.add(with(each.id(), c -> of(c, !volume, highLow, openClose)).rulesDigest());
            digests.add(with(each.id(), c -> of(c, volume, !highLow, openClose)).rulesDigest());
            digests.add(with(each.id(), c -> of(c, volume, highLow, !openClose)).rulesDigest());
        }
        assertEquals(1 + 3 * shipped.conditions().size(), digests.size());
        assertNotEquals(shipped.rulesDigest(), TradeConditions.options().rulesDigest());
    }

    @Test
    void doesNotDependOnNamesSourcesVersionOrOrder() {
        List<TradeCondition> renamed = new ArrayList<>(shipped.conditions().stream()
                .map(each -> new TradeCondition(
                        each.id(),
                        "n" + each.id(),
                        each.updatesVolume(),
                        each.updatesHighLow(),
                        each.updatesOpenClose(),
                        ""))
                .toList());
        Collections.reverse(renamed);
        assertEquals(shipped.rulesDigest(), table(renamed).rulesDigest());
    }

    @Test
    void takesAConditionThatAllowsVolumeOnlyLikeOneThatIsNotListed() {
        List<TradeCondition> more = new ArrayList<>(shipped.conditions());
        more.add(new TradeCondition(99, "new", true, false, false, ""));
        assertEquals(shipped.rulesDigest(), table(more).rulesDigest());
        assertEquals(
                shipped.eligibility("99") & TradeConditions.ALL, table(more).eligibility("99"));
        more.add(new TradeCondition(98, "new", true, true, false, ""));
        assertNotEquals(shipped.rulesDigest(), table(more).rulesDigest());
    }
}
