package io.m17.ledger.session;

import io.m17.ledger.Slot;
import io.m17.ledger.calendar.WindowMeta;

/// A window's row of the trade ledger; each slot is consistent, the row is not a snapshot of one moment.
public record TradeRow(
        int symbolId, WindowMeta window, Slot rfRateRef, Slot tradeRef, Slot quoteRef, Slot aggressorRef) {}
