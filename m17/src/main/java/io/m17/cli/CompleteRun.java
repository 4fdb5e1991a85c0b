package io.m17.cli;

import io.m17.config.Settings;
import io.m17.daemon.Completion;
import io.m17.daemon.Daemon;
import io.m17.ledger.Ledger;
import io.m17.ledger.session.SessionLedger;
import io.m17.ledger.slot.ColumnCounts;
import io.m17.report.MissingWindows;
import io.m17.report.SessionCoverage;
import io.m17.report.WindowFilter;
import java.time.LocalDate;
import java.util.List;

/// A run to the end: what it found to do, what it did, and what is missing afterwards.
///
/// @param absent sessions that were to be worked on and of which there is nothing
record CompleteRun(
        Completion completion, List<SessionCoverage> coverage, List<MissingWindows> missing, List<LocalDate> absent) {

    /// Works until nothing is left to do, and looks at the result.
    static CompleteRun of(Settings settings, Terminal terminal, Interruption interruption) {
        try (Daemon daemon = Daemon.open(settings, terminal.clock())) {
            interruption.arm();
            daemon.start();
            Completion completion;
            try (ProgressView view = ProgressView.of(terminal, "windows")) {
                completion = daemon.runToEnd(interruption.stop(), () -> show(daemon, view));
            }
            return result(daemon, completion, terminal.nowNs());
        }
    }

    private static void show(Daemon daemon, ProgressView view) {
        long filled = 0;
        long expected = 0;
        for (SessionLedger session : daemon.ledger().openSessions()) {
            for (ColumnCounts counts : session.slotMetrics().values()) {
                filled += counts.filled();
                expected += counts.expected();
            }
        }
        view.show(filled, expected, daemon.board().furthest().orElse(""));
    }

    private static CompleteRun result(Daemon daemon, Completion completion, long nowNs) {
        Ledger ledger = daemon.ledger();
        List<LocalDate> known = ledger.sessions();
        List<SessionLedger> sessions = daemon.sessions().stream()
                .filter(known::contains)
                .map(ledger::session)
                .toList();
        return new CompleteRun(
                completion,
                sessions.stream()
                        .map(session -> SessionCoverage.of(session, nowNs))
                        .toList(),
                sessions.stream()
                        .flatMap(session -> MissingWindows.of(session, WindowFilter.ALL).stream())
                        .toList(),
                daemon.sessions().stream().filter(date -> !known.contains(date)).toList());
    }

    /// Whether there was something to work on, and all of it is there.
    boolean complete() {
        return !completion.interrupted()
                && completion.stuck().isEmpty()
                && missing.isEmpty()
                && absent.isEmpty()
                && coverage.stream().anyMatch(session -> session.expected() > 0);
    }
}
