package io.m17.ledger.session;

import io.m17.ledger.Slot;
import io.m17.ledger.calendar.WindowMeta;

/// A window's row of the enrichment ledger; each slot is consistent, the row is not a snapshot of one moment.
public record EnrichmentRow(
        int symbolId,
        WindowMeta window,
        Slot greeksRef,
        Slot aggs1m,
        Slot aggs5m,
        Slot aggs10m,
        Slot aggs30m,
        Slot aggs1h,
        Slot aggs4h) {}
