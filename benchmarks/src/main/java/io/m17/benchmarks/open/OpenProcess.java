package io.m17.benchmarks.open;

import io.m17.benchmarks.Scratch;
import io.m17.benchmarks.SqliteFile;
import io.m17.benchmarks.payload.PayloadStore;
import io.m17.ledger.Ledger;
import io.m17.ledger.calendar.TradingSession;
import io.m17.ledger.session.SessionLedger;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.rocksdb.RocksDB;

/// What happens in processes of its own: a state or a peer's store is built, crashes, or is opened and read once. The
/// last prints `first_ns=…`, from the call that opens to the first row read, and `all_ns=…`, to when every session is
/// mapped and one row of each was read.
final class OpenProcess {
    private static final int YEAR = 2024;
    private static final int WARM_SYMBOLS = 2;
    private static final int WARM_ROUNDS = 3;

    private OpenProcess() {}

    public static void main(String[] arguments) throws IOException, SQLException {
        Path directory = Path.of(arguments[1]);
        switch (arguments[0]) {
            case "build" -> build(directory, number(arguments, 2), number(arguments, 3), number(arguments, 4));
            case "crash" -> crash(directory, number(arguments, 2), number(arguments, 3));
            case "crash-full" -> crashFull(directory, number(arguments, 2));
            case "open-cold" -> open(directory, number(arguments, 2), number(arguments, 3));
            case "open" -> {
                warmUp();
                open(directory, number(arguments, 2), number(arguments, 3));
            }
            case "build-peer" -> buildPeer(directory, arguments[2], number(arguments, 3), false);
            case "crash-peer" -> buildPeer(directory, arguments[2], number(arguments, 3), true);
            case "open-peer" -> openPeer(directory, arguments[2], number(arguments, 3));
            default -> throw new IllegalArgumentException("no such step [step=" + arguments[0] + "]");
        }
    }

    private static int number(String[] arguments, int index) {
        return Integer.parseInt(arguments[index]);
    }

    private static List<LocalDate> dates(Ledger ledger, int sessions) {
        return ledger.calendar().sessions(YEAR).stream()
                .map(TradingSession::date)
                .limit(sessions)
                .toList();
    }

    private static void build(Path directory, int sessions, int symbols, int listed) {
        long payloads = 0;
        try (Ledger ledger = StateBuilder.open(directory, symbols)) {
            StateBuilder.resolve(ledger, symbols);
            int session = 0;
            for (LocalDate date : dates(ledger, sessions)) {
                int from = session * listed % (symbols - listed + 1);
                payloads += StateBuilder.fillAll(ledger.session(date), from, from + listed);
                session++;
            }
        }
        System.out.println("payloads=" + payloads);
    }

    /// Lists and fills one more symbol in the last session, and stops without closing.
    private static void crash(Path directory, int sessions, int symbols) {
        Ledger ledger = StateBuilder.open(directory, symbols);
        SessionLedger session = ledger.session(dates(ledger, sessions).getLast());
        int unlisted = 0;
        while (session.listed(unlisted)) {
            unlisted++;
        }
        StateBuilder.fillAll(session, unlisted, unlisted + 1);
        Runtime.getRuntime().halt(0);
    }

    /// Makes one session that lists every symbol, fills its trade column, and stops without closing.
    private static void crashFull(Path directory, int symbols) {
        Ledger ledger = StateBuilder.open(directory, symbols);
        StateBuilder.resolve(ledger, symbols);
        StateBuilder.fillTrades(ledger.session(dates(ledger, 1).getFirst()), 0, symbols);
        Runtime.getRuntime().halt(0);
    }

    private static void open(Path directory, int sessions, int symbols) {
        long begunNs = System.nanoTime();
        try (Ledger ledger = StateBuilder.open(directory, symbols)) {
            List<LocalDate> dates = dates(ledger, sessions);
            long sum = firstRow(ledger.session(dates.getLast()));
            long firstNs = System.nanoTime() - begunNs;
            for (LocalDate date : dates) {
                sum += firstRow(ledger.session(date));
            }
            long allNs = System.nanoTime() - begunNs;
            System.out.println("first_ns=" + firstNs + " all_ns=" + allNs + " sum=" + sum);
        }
    }

    /// Opens a small state first, so that classes are loaded and linked; the peers' native libraries are, too.
    private static void warmUp() {
        Path small = Scratch.fresh("state-small");
        for (int round = 0; round < WARM_ROUNDS; round++) {
            try (Ledger ledger = StateBuilder.open(small, WARM_SYMBOLS)) {
                StateBuilder.resolve(ledger, WARM_SYMBOLS);
                SessionLedger session = ledger.session(dates(ledger, 1).getFirst());
                if (round == 0) {
                    StateBuilder.fillAll(session, 0, WARM_SYMBOLS);
                }
                firstRow(session);
            }
        }
        Scratch.delete(small);
    }

    private static long firstRow(SessionLedger session) {
        int symbolId = session.listed().findFirst().orElseThrow();
        return session.tradeRow(symbolId, 0).tradeRef().payloadId();
    }

    private static void buildPeer(Path directory, String kind, int keys, boolean crash) throws IOException {
        PayloadStore store = PayloadStore.create(PayloadStore.Kind.valueOf(kind), directory);
        int batch = 10_000;
        for (int begun = 0; begun < keys; begun += batch) {
            store.begin();
            for (int i = 0; i < batch; i++) {
                store.append(begun + i);
            }
            store.commit();
        }
        if (crash) {
            Runtime.getRuntime().halt(0);
        }
        store.close();
    }

    private static void openPeer(Path directory, String kind, int key) throws IOException, SQLException {
        RocksDB.loadLibrary();
        SqliteFile.open(Path.of(":memory:")).close();
        long begunNs = System.nanoTime();
        try (PayloadStore store = PayloadStore.create(PayloadStore.Kind.valueOf(kind), directory)) {
            int sum = store.checksum(key);
            long firstNs = System.nanoTime() - begunNs;
            System.out.println("first_ns=" + firstNs + " all_ns=" + firstNs + " sum=" + sum);
        }
    }
}
