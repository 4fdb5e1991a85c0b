package io.m17.ledger;

import java.util.Arrays;
import java.util.List;

/// The eleven columns of a window: which ledger and position hold the slot, and which payload it takes.
public enum SlotColumn {
    RF_RATE("rf_rate_ref", LedgerKind.TRADE, 0, PayloadType.RF_RATE),
    TRADE("trade_ref", LedgerKind.TRADE, 1, PayloadType.TRADE),
    QUOTE("quote_ref", LedgerKind.TRADE, 2, PayloadType.QUOTE),
    AGGRESSOR("aggressor_ref", LedgerKind.TRADE, 3, PayloadType.AGGRESSOR),
    GREEKS("greeks_ref", LedgerKind.ENRICHMENT, 0, PayloadType.GREEKS),
    AGGS_1M("aggs_1m", LedgerKind.ENRICHMENT, 1, PayloadType.AGGREGATE),
    AGGS_5M("aggs_5m", LedgerKind.ENRICHMENT, 2, PayloadType.AGGREGATE),
    AGGS_10M("aggs_10m", LedgerKind.ENRICHMENT, 3, PayloadType.AGGREGATE),
    AGGS_30M("aggs_30m", LedgerKind.ENRICHMENT, 4, PayloadType.AGGREGATE),
    AGGS_1H("aggs_1h", LedgerKind.ENRICHMENT, 5, PayloadType.AGGREGATE),
    AGGS_4H("aggs_4h", LedgerKind.ENRICHMENT, 6, PayloadType.AGGREGATE);

    /// Every column, in the order of the two rows.
    public static final List<SlotColumn> ALL = List.of(values());

    /// The rolling aggregates, shortest first.
    public static final List<SlotColumn> AGGREGATES = ALL.subList(AGGS_1M.ordinal(), AGGS_4H.ordinal() + 1);

    private final String label;
    private final LedgerKind ledger;
    private final int position;
    private final PayloadType payloadType;

    SlotColumn(String label, LedgerKind ledger, int position, PayloadType payloadType) {
        this.label = label;
        this.ledger = ledger;
        this.position = position;
        this.payloadType = payloadType;
    }

    /// The column's name for people and files: `trade_ref`, `aggs_5m`.
    public String label() {
        return label;
    }

    public LedgerKind ledger() {
        return ledger;
    }

    /// The slot's index in its row, from 0.
    public int position() {
        return position;
    }

    public PayloadType payloadType() {
        return payloadType;
    }

    /// This column's bit in a set of columns.
    public int bit() {
        return 1 << ordinal();
    }

    public static List<SlotColumn> of(LedgerKind ledger) {
        return ALL.stream().filter(column -> column.ledger == ledger).toList();
    }

    /// The column of that label; the name without `_ref` will do. An unknown name is an [IllegalArgumentException].
    public static SlotColumn parse(String label) {
        return Arrays.stream(values())
                .filter(column -> column.label.equals(label) || column.label.equals(label + "_ref"))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such column [column=" + label + ", columns="
                        + ALL.stream().map(SlotColumn::label).toList() + "]"));
    }
}
