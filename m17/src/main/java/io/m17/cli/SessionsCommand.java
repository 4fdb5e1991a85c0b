package io.m17.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.m17.config.SettingsException;
import io.m17.ledger.calendar.ExchangeCalendar;
import io.m17.ledger.calendar.TradingSession;
import io.m17.report.Json;
import io.m17.report.NewYork;
import io.m17.report.Table;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `m17 sessions`: the calendar of a year.
@Command(
        name = "sessions",
        description = "Lists the sessions of a year: date, open and close in UTC, minutes, early close or not.",
        mixinStandardHelpOptions = true)
final class SessionsCommand implements Callable<Integer> {
    @Option(names = "--year", paramLabel = "YEAR", required = true, description = "From 1990 to 2099.")
    private int year;

    @Mixin
    private OutputOptions output = new OutputOptions();

    private final Terminal terminal;

    SessionsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (year < ExchangeCalendar.FIRST_YEAR || year > ExchangeCalendar.LAST_YEAR) {
            throw new SettingsException("the calendar does not cover that year [year=" + year + ", first_year="
                    + ExchangeCalendar.FIRST_YEAR + ", last_year=" + ExchangeCalendar.LAST_YEAR + "]; choose another");
        }
        List<TradingSession> sessions = ExchangeCalendar.nyse().sessions(year);
        if (output.json()) {
            ObjectNode document = Json.object().put("year", year);
            document.set("sessions", Json.array(sessions, SessionsCommand::json));
            terminal.print(document);
        } else {
            print(sessions);
        }
        return ExitCode.DONE;
    }

    private void print(List<TradingSession> sessions) {
        Table table = Table.of("date", "index", "open", "close", "minutes", "early");
        sessions.forEach(session -> table.row(
                session.date(),
                session.index(),
                NewYork.instant(session.openNs()),
                NewYork.instant(session.closeNs()),
                session.minutes(),
                session.earlyClose() ? "early" : ""));
        table.print(terminal.out());
    }

    private static ObjectNode json(TradingSession session) {
        return Json.object()
                .put("date", session.date().toString())
                .put("index", session.index())
                .put("open", NewYork.instant(session.openNs()).toString())
                .put("close", NewYork.instant(session.closeNs()).toString())
                .put("minutes", session.minutes())
                .put("early_close", session.earlyClose());
    }
}
