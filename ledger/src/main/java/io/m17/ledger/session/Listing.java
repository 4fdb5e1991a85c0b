package io.m17.ledger.session;

import io.m17.ledger.ExpectedColumns;
import io.m17.ledger.LedgerKind;
import io.m17.ledger.calendar.TradingSession;
import io.m17.ledger.symbol.SymbolMap;
import java.util.ArrayList;
import java.util.List;

/// Lists symbols in both ledger files of a session. Thread-safe.
record Listing(TradingSession session, SymbolMap symbols, ExpectedColumns expectedColumns, SessionFiles files) {
    void list(int symbolId) {
        int expected = expectedColumns.of(symbols.symbol(symbolId));
        if (!symbols.isDurable(symbolId)) {
            symbols.force(); // rows and records hold the id alone, and a lost id is given to another symbol
        }
        files.trade().list(symbolId, expected);
        files.enrichment().list(symbolId, expected);
    }

    List<String> relistDamaged(LedgerKind kind) {
        List<String> lines = new ArrayList<>();
        for (int symbolId = 0; symbolId < symbols.count(); symbolId++) {
            String symbol = symbols.symbol(symbolId);
            if (files.matrix(kind).relist(symbolId, expectedColumns.of(symbol))) {
                lines.add("session=" + session.date() + "/" + kind.fileName() + " " + symbol
                        + ": the head of its summary was altered or lost");
            }
        }
        return lines;
    }

    /// Lists in both files what one of them lists: the other's part never was, or did not reach the disk. What stands
    /// in the rows of the one is kept.
    void finish() {
        for (int symbolId = 0; symbolId < symbols.count(); symbolId++) {
            if (listedByOne(symbolId)) {
                list(symbolId);
            }
        }
    }

    private boolean listedByOne(int symbolId) {
        return files.trade().listed(symbolId) != files.enrichment().listed(symbolId);
    }
}
