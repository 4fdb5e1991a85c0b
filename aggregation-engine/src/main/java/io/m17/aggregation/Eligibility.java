package io.m17.aggregation;

import io.m17.market.column.ColumnBatch;
import io.m17.market.column.IntVector;
import io.m17.market.column.LongVector;
import io.m17.market.column.TextVector;
import io.m17.market.condition.TradeConditions;
import io.m17.market.trade.Corrections;
import io.m17.market.trade.TradeBounds;
import java.util.NavigableSet;
import java.util.TreeSet;

/// What each of a day's trades may update: what all of its conditions allow; volume only when it is late; nothing
/// when its row does not stand, or when its price or size is out of bounds. The conditions are looked up once a
/// dictionary entry, not once a row.
final class Eligibility {
    private final LongVector price;
    private final LongVector size;
    private final TextVector conditions;
    private final IntVector corrections;
    private final IntVector late;
    private final int[] byCode;
    private final TradeConditions table;
    private final TradeBounds bounds;

    /// @param trades with the columns `price`, `size`, `conditions`, `correction` and `late`
    Eligibility(ColumnBatch trades, TradeConditions table, TradeBounds bounds) {
        this.price = trades.longs("price");
        this.size = trades.longs("size");
        this.conditions = trades.texts("conditions");
        this.corrections = trades.ints("correction");
        this.late = trades.ints("late");
        this.byCode = table.eligibilityByCode(conditions.dictionary());
        this.table = table;
        this.bounds = bounds;
    }

    /// The flags of [MinuteBars#addTrade] for a row.
    int of(int row) {
        if (!Corrections.stands(corrections.get(row)) || !isWithinBounds(row)) {
            return 0;
        }
        int allowed = byCode[conditions.code(row)] & TradeConditions.ALL;
        return late.get(row) == 0 ? allowed : allowed & TradeConditions.VOLUME;
    }

    /// Whether a row stands and is left out for its price or size alone.
    boolean isExcluded(int row) {
        return Corrections.stands(corrections.get(row)) && !isWithinBounds(row);
    }

    /// The conditions of the trades that the table does not list; -1 stands for what is no number.
    NavigableSet<Integer> unlisted() {
        NavigableSet<Integer> unlisted = new TreeSet<>();
        for (int code = 0; code < byCode.length; code++) {
            if ((byCode[code] & TradeConditions.UNKNOWN) != 0) {
                unlisted.addAll(table.unknownIn(conditions.dictionary().text(code)));
            }
        }
        return unlisted;
    }

    private boolean isWithinBounds(int row) {
        return bounds.admits(price.get(row), size.get(row));
    }
}
