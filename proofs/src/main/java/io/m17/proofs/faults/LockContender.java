package io.m17.proofs.faults;

import io.m17.ledger.Ledger;
import io.m17.ledger.LedgerException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A process that opens and closes a ledger when it is told to: a line `open <directory>` or `close` on standard input,
/// an answer in a line on standard output.
public final class LockContender {
    private LockContender() {}

    /// Serves until standard input ends.
    public static void main(String[] args) throws IOException {
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        Ledger held = null;
        for (String order = orders.readLine(); order != null; order = orders.readLine()) {
            if (order.startsWith("open ")) {
                held = open(Path.of(order.substring("open ".length())));
            } else {
                if (held != null) {
                    held.close();
                    held = null;
                }
                answer("closed");
            }
        }
    }

    private static @Nullable Ledger open(Path directory) {
        try {
            Ledger ledger = Ledger.open(Script.options(directory), Script.NOW_NS);
            answer("held " + ledger.incarnation());
            return ledger;
        } catch (LedgerException e) {
            answer("refused " + e.getMessage());
            return null;
        }
    }

    private static void answer(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
