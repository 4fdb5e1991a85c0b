package io.m17.aggregation;

import io.m17.market.column.ColumnBatch;
import io.m17.market.column.IntVector;
import io.m17.market.column.TextVector;
import io.m17.market.condition.TradeConditions;
import io.m17.market.trade.Corrections;

/// What each of a day's trades may update: what all of its conditions allow; nothing when its row does not stand; volume
/// only when it is late. The conditions are looked up once a dictionary entry, not once a row.
final class Eligibility {
    private final TextVector conditions;
    private final IntVector corrections;
    private final IntVector late;
    private final int[] byCode;

    /// @param trades with the columns `conditions`, `correction` and `late`
    Eligibility(ColumnBatch trades, TradeConditions table) {
        this.conditions = trades.texts("conditions");
        this.corrections = trades.ints("correction");
        this.late = trades.ints("late");
        this.byCode = table.eligibilityByCode(conditions.dictionary());
    }

    /// The flags of [MinuteBars#addTrade] for a row.
    int of(int row) {
        if (!Corrections.stands(corrections.get(row))) {
            return 0;
        }
        int allowed = byCode[conditions.code(row)] & TradeConditions.ALL;
        return late.get(row) == 0 ? allowed : allowed & TradeConditions.VOLUME;
    }
}
