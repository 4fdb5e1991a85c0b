package io.m17.benchmarks.day;

import io.m17.benchmarks.Progress;
import io.m17.benchmarks.Scratch;
import io.m17.ledger.calendar.TradingSession;
import io.m17.market.flatfile.Dataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A day of trades and quotes by m17 and by DuckDB in turns, from the vendor's files to bars and windows on the disk:
/// what each took, and whether both have the same in the end. Confined to one thread.
public final class WholeDay {
    /// Flags with which a short process of Java starts and ends soonest.
    private static final List<String> PEER_FLAGS = List.of(
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xshare:auto",
            "--enable-native-access=ALL-UNNAMED");

    /// What was measured.
    ///
    /// @param ours filled and verified
    /// @param faults what is not as it must be, of any run
    public record Result(Taken ours, Taken theirs, List<String> faults) {
        public Result {
            faults = List.copyOf(faults);
        }

        /// How many times as long DuckDB takes.
        public double ratio() {
            return theirs.seconds() / ours.seconds();
        }
    }

    private final VendorDay day;
    private final Completeness completeness;
    private final M17Command m17;
    private final Path state = Scratch.fresh("state");
    private final Path output = Scratch.fresh("duckdb");
    private final Taken ours = new Taken();
    private final Taken theirs = new Taken();
    private final List<String> faults = new ArrayList<>();

    private WholeDay(VendorDay day, Completeness completeness, M17Command m17) {
        this.day = day;
        this.completeness = completeness;
        this.m17 = m17;
    }

    public static Result measure(VendorDay day, Completeness completeness, int runs)
            throws IOException, InterruptedException, SQLException {
        WholeDay measured = new WholeDay(day, completeness, M17Command.find());
        try {
            for (int run = 1; run <= runs; run++) {
                measured.clear();
                measured.run(run + " of " + runs);
            }
        } finally {
            measured.clear();
        }
        return new Result(measured.ours, measured.theirs, measured.faults);
    }

    private void clear() {
        Scratch.delete(state);
        Scratch.delete(output);
    }

    private void run(String which) throws IOException, InterruptedException, SQLException {
        DayRun filled = DayRun.of(m17, day, state, M17Command.ANY_HEAP, completeness);
        ProcessRun peer = duckDb();
        ours.add(filled.process());
        theirs.add(peer);
        faults.addAll(filled.faults().isEmpty() ? differences() : filled.faults());
        Progress.say("%s, run %s: m17 %.2f s; DuckDB %.2f s, %s %s"
                .formatted(
                        day.date(),
                        which,
                        filled.process().seconds(),
                        peer.seconds(),
                        String.join(", ", peer.output().lines().toList()),
                        faults));
    }

    private List<String> differences() throws SQLException {
        DayContents theirContents = DayContents.read(DayFiles.ofDirectory(output));
        return DayContents.read(DayFiles.ofState(state)).differences(theirContents);
    }

    private ProcessRun duckDb() throws IOException, InterruptedException {
        TradingSession session = day.session();
        Files.createDirectories(output);
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(PEER_FLAGS);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), DuckDbWholeDay.class.getName()));
        command.add(day.file(Dataset.STOCK_TRADES).toString());
        command.add(day.file(Dataset.STOCK_QUOTES).toString());
        command.add(output.toString());
        command.add(Long.toString(session.openNs()));
        command.add(Long.toString(session.closeNs()));
        return ProcessRun.of(command, Map.of()).expectDone();
    }
}
