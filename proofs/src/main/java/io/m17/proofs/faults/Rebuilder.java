package io.m17.proofs.faults;

import io.m17.ledger.Ledger;
import java.nio.file.Path;

/// A process that opens the ledger of a [Script], which rebuilds it, until it is killed: `Rebuilder DIRECTORY`.
final class Rebuilder {
    private Rebuilder() {}

    public static void main(String[] args) {
        try (Ledger ledger = Ledger.open(Script.options(Path.of(args[0])), Script.NOW_NS)) {
            ledger.session(Script.DAY);
        }
    }
}
