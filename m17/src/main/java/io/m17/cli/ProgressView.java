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
    /// The work is at `done` of `total`.
    ///
    /// @param task what is being done, or empty
    void show(long done, long total, String task);

    @Override
    void close();

    /// The view that fits a terminal: a bar where a person looks, else a line now and then.
    ///
    /// @param unit what is counted, in the plural
    static ProgressView of(Terminal terminal, String unit) {
        return terminal.interactive() ? new Bar(unit) : new Lines(unit, terminal.err(), terminal.clock());
    }

    /// A bar on standard error.
    final class Bar implements ProgressView {
        private static final int UPDATE_MS = 200;

        private final ProgressBar bar;

        Bar(String unit) {
            this.bar = new ProgressBarBuilder()
                    .setTaskName(unit)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUpdateIntervalMillis(UPDATE_MS)
                    .build();
        }

        @Override
        public void show(long done, long total, String task) {
            bar.maxHint(total);
            bar.stepTo(done);
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

        private final String unit;
        private final PrintWriter err;
        private final InstantSource clock;
        private String last = "";
        private Instant printedAt;

        Lines(String unit, PrintWriter err, InstantSource clock) {
            this.unit = unit;
            this.err = err;
            this.clock = clock;
            this.printedAt = clock.instant();
        }

        @Override
        public void show(long done, long total, String task) {
            String line = String.format(Locale.ROOT, "%,d of %,d %s", done, total, unit)
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
