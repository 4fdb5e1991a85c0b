package io.m17.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.m17.ledger.Ledger;
import io.m17.ledger.durability.Watermark;
import io.m17.ledger.state.StateLock;
import io.m17.report.CoverageReport;
import io.m17.report.Json;
import io.m17.report.NewYork;
import io.m17.report.SessionCoverage;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `m17 status`: how complete each session is, how much is durable, and whether a daemon runs.
@Command(
        name = "status",
        description = "Shows, per session and column, what is expected, filled and missing, and whether a daemon runs.",
        mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {
    @Mixin
    private StateOptions state = new StateOptions();

    @Mixin
    private SessionOptions sessions = new SessionOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    private final Terminal terminal;

    StatusCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (Ledger ledger = state.openReadOnly()) {
            List<SessionCoverage> coverage = sessions.of(ledger).stream()
                    .map(date -> SessionCoverage.of(ledger.session(date), terminal.nowNs()))
                    .toList();
            Optional<StateLock.Holder> holder = StateLock.holder(ledger.layout().lock());
            boolean running = holder.filter(StateLock.Holder::alive).isPresent();
            if (output.json()) {
                terminal.print(json(ledger, holder, running, coverage));
            } else {
                terminal.out()
                        .println("state " + ledger.layout().root()
                                + (running
                                        ? ", daemon running [pid="
                                                + holder.orElseThrow().pid() + "]"
                                        : ", no daemon"));
                terminal.out().println(durability(ledger.watermark()));
                CoverageReport.print(coverage, terminal.out());
            }
            return ExitCode.DONE;
        }
    }

    private static String durability(Watermark watermark) {
        return watermark.exists()
                ? "durable up to " + NewYork.instant(watermark.upToNs()) + " [commits=" + watermark.commits() + "]"
                : "nothing was made durable yet";
    }

    private static ObjectNode durabilityJson(Watermark watermark) {
        return Json.object()
                .put("commits", watermark.commits())
                .put(
                        "up_to",
                        watermark.exists() ? NewYork.instant(watermark.upToNs()).toString() : null);
    }

    private static ObjectNode json(
            Ledger ledger, Optional<StateLock.Holder> holder, boolean running, List<SessionCoverage> coverage) {
        ObjectNode node = Json.object()
                .put("state_dir", ledger.layout().root().toString())
                .put("incarnation", holder.map(StateLock.Holder::incarnation).orElse(0));
        ObjectNode daemon = node.putObject("daemon").put("running", running);
        if (running) {
            daemon.put("pid", holder.orElseThrow().pid());
        } else {
            daemon.putNull("pid");
        }
        node.put("symbols", ledger.symbols().count())
                .put("symbols_cap", ledger.symbols().cap());
        node.set("durable", durabilityJson(ledger.watermark()));
        node.set("sessions", Json.array(coverage, CoverageReport::json));
        return node;
    }
}
