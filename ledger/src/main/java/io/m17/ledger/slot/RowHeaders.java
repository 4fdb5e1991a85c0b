package io.m17.ledger.slot;

import io.m17.ledger.calendar.TradingSession;
import java.util.stream.IntStream;

/// The words in front of each row that say which row it is, see [RowLayout]. Written once when a symbol is listed.
record RowHeaders(TradingSession session, SlotMemory memory, RowLayout layout) {
    private static final long NANOS_PER_MINUTE = 60_000_000_000L;

    void write(int symbolId, int minute) {
        long offset = layout.rowOffset(symbolId, minute);
        memory.set(offset + RowLayout.MAGIC_AND_IDENTITY, RowLayout.identity(symbolId));
        memory.set(offset + RowLayout.WINDOW, window(minute));
        memory.set(offset + RowLayout.START_NS, startNs(minute));
        memory.set(offset + RowLayout.END_NS, startNs(minute + 1));
    }

    boolean isSound(int symbolId, int minute) {
        long offset = layout.rowOffset(symbolId, minute);
        return memory.get(offset + RowLayout.MAGIC_AND_IDENTITY) == RowLayout.identity(symbolId)
                && memory.get(offset + RowLayout.WINDOW) == window(minute)
                && memory.get(offset + RowLayout.START_NS) == startNs(minute)
                && memory.get(offset + RowLayout.END_NS) == startNs(minute + 1);
    }

    /// Whether a row says that it is the symbol's.
    boolean isNamed(int symbolId, int minute) {
        long offset = layout.rowOffset(symbolId, minute);
        return memory.get(offset + RowLayout.MAGIC_AND_IDENTITY) == RowLayout.identity(symbolId);
    }

    boolean anyIsSound(int symbolId) {
        return IntStream.range(0, RowLayout.ROWS).anyMatch(minute -> isSound(symbolId, minute));
    }

    boolean allAreSound(int symbolId) {
        return IntStream.range(0, RowLayout.ROWS).allMatch(minute -> isSound(symbolId, minute));
    }

    private long window(int minute) {
        return session.index() * (long) RowLayout.ROWS + minute;
    }

    private long startNs(int minute) {
        return session.openNs() + minute * NANOS_PER_MINUTE;
    }
}
