package io.m17.proofs.faults;

import io.m17.ledger.ExpectedColumns;
import io.m17.ledger.Ledger;
import io.m17.ledger.LedgerOptions;
import io.m17.ledger.Slot;
import io.m17.ledger.SlotColumn;
import io.m17.ledger.check.LedgerDigest;
import io.m17.ledger.session.SessionLedger;
import io.m17.proofs.Budget;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A small simulated day, and the digest of a ledger that was filled from it without a fault.
///
/// @param files where the vendor's files stand
/// @param treasury where the curves stand
/// @param digest of the whole session
record SampleDay(Path files, Path treasury, String digest) {
    static final LocalDate SESSION = LocalDate.of(2025, 6, 2);

    /// The day that all proofs of a run share, made by the first that wants it, beside their directories.
    static SampleDay of(Budget budget) throws Exception {
        Path directory = budget.scratch().resolveSibling("sample-day");
        Path digest = directory.resolve("digest");
        if (Files.notExists(digest)) {
            Files.writeString(digest, make(directory).digest());
        }
        return of(directory.resolve("day"), Files.readString(digest));
    }

    private static SampleDay of(Path files, String digest) {
        return new SampleDay(files, files.resolve("treasury"), digest);
    }

    /// The same for an engine of rates that never finds a curve: a bug to plant.
    SampleDay withoutCurves() {
        return new SampleDay(files, files.resolve("no-treasury"), digest);
    }

    private static SampleDay make(Path directory) throws Exception {
        Path files = directory.resolve("day");
        expectDone(M17Process.run(
                directory.resolve("simulate"), "simulate", "--preset", "small", "--out", files.toString()));
        SampleDay day = of(files, "");
        Path state = directory.resolve("reference");
        expectDone(M17Process.run(directory.resolve("fill"), day.toTheEnd(state)));
        return of(files, digest(state));
    }

    private static void expectDone(M17Process.End end) {
        if (end.code() != 0) {
            throw new IllegalStateException("m17 does not work here at all [" + end + "]");
        }
    }

    /// The command line that fills a ledger from the day to its end.
    String[] toTheEnd(Path state) {
        return new String[] {
            "run",
            "--until-complete",
            "--flatfiles",
            files.toString(),
            "--treasury",
            treasury.toString(),
            "--state-dir",
            state.toString()
        };
    }

    private static Ledger open(Path state) {
        return Ledger.openReadOnly(new LedgerOptions(state, 10_000, 1 << 25, new ExpectedColumns(Set.of())));
    }

    /// The digest of a ledger of the day.
    static String digest(Path state) {
        try (Ledger ledger = open(state)) {
            return LedgerDigest.of(ledger.session(SESSION)).toString();
        }
    }

    /// The fills that were there before and are not, or in an older version. The same version may stand there
    /// anew: what came later can confirm it.
    static List<String> lost(Map<String, Slot> before, Map<String, Slot> after) {
        List<String> lost = new ArrayList<>();
        before.forEach((place, slot) -> {
            Slot now = after.get(place);
            if (now == null || now.version() < slot.version()) {
                lost.add("a fill is lost [place=" + place + ", was=" + slot + ", is=" + now + "]");
            }
        });
        return lost;
    }

    /// What is filled now, a line's place and its slot; nothing where there is no session yet.
    static Map<String, Slot> filled(Path state) {
        Map<String, Slot> filled = new LinkedHashMap<>();
        try (Ledger ledger = open(state)) {
            if (ledger.sessions().contains(SESSION)) {
                SessionLedger session = ledger.session(SESSION);
                session.listed().forEach(symbolId -> add(session, symbolId, filled));
            }
        }
        return filled;
    }

    private static void add(SessionLedger session, int symbolId, Map<String, Slot> filled) {
        for (SlotColumn column : SlotColumn.ALL) {
            for (int minute = 0; minute < session.minutes(); minute++) {
                Slot slot = session.slot(column, symbolId, minute);
                if (slot.filled()) {
                    filled.put(session.symbols().symbol(symbolId) + " " + column.label() + " " + minute, slot);
                }
            }
        }
    }
}
