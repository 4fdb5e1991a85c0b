package io.m17.cli;

import io.m17.config.SettingsException;
import io.m17.daemon.Daemon;
import io.m17.ledger.Ledger;
import io.m17.ledger.LedgerException;
import io.m17.ledger.LedgerKind;
import io.m17.ledger.LedgerOptions;
import io.m17.ledger.state.StateLayout;
import io.m17.ledger.state.StateLock;
import io.m17.report.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `m17 rebuild`: ledger files that are missing, made anew from the payload maps.
@Command(
        name = "rebuild",
        description = "Makes ledger files that are missing anew from the payload maps.",
        mixinStandardHelpOptions = true)
final class RebuildCommand implements Callable<Integer> {
    private static final int MOST_COPIES = 1000;

    @Option(names = "--force", description = "Set the ledger files that are there aside first, as .damaged-N.")
    private boolean force;

    @Mixin
    private StateOptions state = new StateOptions();

    @Mixin
    private SessionOptions sessions = new SessionOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    private final Terminal terminal;

    RebuildCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        LedgerOptions options = Daemon.options(state.settings());
        StateLayout layout = new StateLayout(options.stateDir());
        if (!Files.isRegularFile(layout.symbolMap())) {
            throw new LedgerException("there is no ledger here [state_dir=" + layout.root()
                    + "]; m17 run or m17 demo makes one, --state-dir names another");
        }
        List<LocalDate> dates = dates(layout);
        if (force) {
            setAside(layout, dates);
        }
        try (Ledger ledger = Ledger.open(options, terminal.nowNs())) {
            print(ledger.report().mended());
        }
        return ExitCode.DONE;
    }

    private List<LocalDate> dates(StateLayout layout) throws IOException {
        List<LocalDate> known = layout.sessions();
        List<LocalDate> named = sessions.named();
        for (LocalDate date : named) {
            if (!known.contains(date)) {
                throw new SettingsException(
                        "the ledger has no such session [session=" + date + "]; m17 status lists those that it has");
            }
        }
        return named.isEmpty() ? known : named;
    }

    /// Renames ledger files while nobody else can have them open. A daemon that starts right afterwards rebuilds them.
    private static void setAside(StateLayout layout, List<LocalDate> dates) throws IOException {
        StateLock lock = StateLock.acquire(layout.lock());
        try {
            for (LocalDate date : dates) {
                for (LedgerKind kind : LedgerKind.values()) {
                    Path file = layout.ledger(date, kind);
                    if (Files.exists(file)) {
                        Files.move(file, free(file));
                    }
                }
            }
        } finally {
            lock.close();
        }
    }

    private static Path free(Path file) {
        for (int copy = 1; copy <= MOST_COPIES; copy++) {
            Path aside = file.resolveSibling(file.getFileName() + ".damaged-" + copy);
            if (!Files.exists(aside)) {
                return aside;
            }
        }
        throw new LedgerException(
                "too many damaged copies [file=" + file + ", copies=" + MOST_COPIES + "]; remove the old ones");
    }

    private void print(List<String> mended) {
        if (output.json()) {
            var document = Json.object().put("rebuilt", !mended.isEmpty());
            document.set("lines", Json.texts(mended));
            terminal.print(document);
        } else if (mended.isEmpty()) {
            terminal.out().println("nothing is missing; --force sets the ledger files aside and makes them anew");
        } else {
            mended.forEach(terminal.out()::println);
        }
    }
}
