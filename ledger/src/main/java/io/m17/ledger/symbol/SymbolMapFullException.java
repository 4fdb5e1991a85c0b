package io.m17.ledger.symbol;

import io.m17.ledger.LedgerException;

/// Every id that the cap allows is given away; nothing but a greater cap helps.
public final class SymbolMapFullException extends LedgerException {
    private static final long serialVersionUID = 1L;

    SymbolMapFullException(String symbol, int cap) {
        super("the symbol map is full [symbol=" + symbol + ", cap=" + cap + "]; a new year starts with a fresh state "
                + "directory and a larger symbols.cap");
    }
}
