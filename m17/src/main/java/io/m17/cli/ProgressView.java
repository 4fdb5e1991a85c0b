package io.m17.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/// Shows how far the work is. Confined to one thread.
sealed interface ProgressView extends AutoCloseable {
    /// The work is at `filled` of `expected` windows.
    ///
    /// @param task what an engine is at, or empty
    void show(long filled, long expected, String task);

    @Override
    void close();

    /// The view that fits a terminal: a bar where a person looks, else a line now and then.
    static ProgressView of(Terminal terminal) {
        return terminal.interactive() ? new Bar() : new Lines(terminal.err(), terminal.clock());
    }

    /// A bar on standard error.
    final class Bar implements ProgressView {
        private static final int UPDATE_MS = 200;

        private final ProgressBar bar = new ProgressBarBuilder()
                .setTaskName("windows")
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(UPDATE_MS)
                .build();

        @Override
        public void show(long filled, long expected, String task) {
            bar.maxHint(expected);
            bar.stepTo(filled);
            bar.setExtraMessage(task);
        }

        @Override
        public void close() {
            bar.setExtraMessage("");
            bar.close();
        }
    }

    /// A plain line when something has changed, every few seconds at most.
    final class Lines implements ProgressView {
        private static final Duration PAUSE = Duration.ofSeconds(3);

        private final PrintWriter err;
        private final InstantSource clock;
        private String last = "";
        private Instant printedAt;

        Lines(PrintWriter err, InstantSource clock) {
            this.err = err;
            this.clock = clock;
            this.printedAt = clock.instant();
        }

        @Override
        public void show(long filled, long expected, String task) {
            String line = String.format(Locale.ROOT, "%,d of %,d windows filled", filled, expected)
                    + (task.isEmpty() ? "" : "; " + task);
            Instant now = clock.instant();
            if (!line.equals(last) && !now.isBefore(printedAt.plus(PAUSE))) {
                err.println(line);
                last = line;
                printedAt = now;
            }
        }

        @Override
        public void close() {
            err.flush();
        }
    }
}
