package io.m17.ledger;

/// The two ledgers of a session.
public enum LedgerKind {
    TRADE("trade-ledger.dat"),
    ENRICHMENT("enrichment-ledger.dat");

    private final String fileName;

    LedgerKind(String fileName) {
        this.fileName = fileName;
    }

    /// The ledger's file inside the session's directory.
    public String fileName() {
        return fileName;
    }
}
