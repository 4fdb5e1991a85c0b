package io.m17.benchmarks.table;

import io.m17.benchmarks.cell.ClaimFill;
import io.m17.benchmarks.cell.ClaimFillThreads;
import io.m17.benchmarks.cell.ColumnScan;
import io.m17.benchmarks.cell.RowRead;
import io.m17.benchmarks.journal.AppendCost;
import io.m17.benchmarks.payload.AppendDereference;
import io.m17.benchmarks.table.JmhRun.Score;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// The lines that JMH measures. A ratio is the best peer's time over m17's.
final class Rows {
    private static final String OURS = "M17";

    private final JmhRun run;
    private final Consumer<Row> taker;

    Rows(JmhRun run, Consumer<Row> taker) {
        this.run = run;
        this.taker = taker;
    }

    void measure() {
        List<Score> claims = run.timed(ClaimFill.class);
        compare("claim + fill, batched by the peers", of(claims, "batched"), 20);
        compare("claim + fill, a commit each", of(claims, "eachCommitted"), 50);
        threads();
        compare("row read, 4 slots, random", run.timedOnSession(RowRead.class), 6);
        compare("scan of one column, a slot", run.timedPerSlot(ColumnScan.class), 4);
        compare("payload append + dereference", run.timed(AppendDereference.class), 3);
        compare("journal append, 64 bytes", run.timed(AppendCost.class), 1.5);
    }

    private void threads() {
        Score one = run.timedByThreads(ClaimFillThreads.class, 1).getFirst();
        Score two = run.timedByThreads(ClaimFillThreads.class, 2).getFirst();
        double ratio = two.score() / one.score();
        taker.accept(new Row(
                "claim + fill, two threads on different symbols",
                Words.number(two.score()) + " ops/µs",
                "one thread " + Words.number(one.score()) + " ops/µs",
                Words.ratio(ratio),
                "≥ 1.7×",
                ratio >= 1.7,
                Words.bytes(two.allocatedBytes())));
    }

    private void compare(String work, List<Score> scores, double target) {
        Score ours = scores.stream()
                .filter(score -> score.store().equals(OURS))
                .findFirst()
                .orElseThrow();
        List<Score> peers = new ArrayList<>(scores);
        peers.remove(ours);
        peers.sort(Comparator.comparingDouble(Score::score));
        double ratio = peers.getFirst().score() / ours.score();
        taker.accept(new Row(
                work,
                Words.time(ours.score()),
                peers.stream()
                        .map(peer -> name(peer.store()) + " " + Words.time(peer.score()))
                        .collect(Collectors.joining(", ")),
                Words.ratio(ratio),
                "≥ " + Words.number(target) + "×",
                ratio >= target,
                Words.bytes(ours.allocatedBytes())));
    }

    private static List<Score> of(List<Score> scores, String method) {
        return scores.stream().filter(score -> score.method().equals(method)).toList();
    }

    private static String name(String store) {
        return switch (store.toLowerCase(Locale.ROOT)) {
            case "lmdb" -> "LMDB";
            case "rocksdb" -> "RocksDB";
            case "sqlite" -> "SQLite";
            case "chronicle_map" -> "Chronicle Map";
            case "chronicle_queue" -> "Chronicle Queue";
            default -> throw new IllegalArgumentException("no such store [store=" + store + "]");
        };
    }
}
