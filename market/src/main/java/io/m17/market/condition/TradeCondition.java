package io.m17.market.condition;

/// A sale condition and what a trade that carries it may update. `sources` says where the three rules come from.
public record TradeCondition(
        int id, String name, boolean updatesVolume, boolean updatesHighLow, boolean updatesOpenClose, String sources) {
    public TradeCondition {
        if (id < 0) {
            throw new IllegalArgumentException("a condition's id is not negative [id=" + id + ", name=" + name + "]");
        }
    }

    /// The rules as a set of bits, see [TradeConditions].
    int eligibility() {
        return (updatesVolume ? TradeConditions.VOLUME : 0)
                | (updatesHighLow ? TradeConditions.HIGH_LOW : 0)
                | (updatesOpenClose ? TradeConditions.OPEN_CLOSE : 0);
    }
}
