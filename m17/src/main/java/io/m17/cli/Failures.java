package io.m17.cli;

import io.m17.config.SettingsException;
import io.m17.journal.JournalException;
import io.m17.ledger.LedgerException;
import io.m17.market.artifact.ArtifactException;
import io.m17.market.flatfile.FlatFileException;
import io.m17.market.treasury.TreasuryFileException;
import java.io.IOException;
import java.io.UncheckedIOException;
import picocli.CommandLine;

/// Turns an error into one line on standard error and an exit code.
final class Failures {
    private Failures() {}

    /// A command line that cannot be followed.
    static int usage(Terminal terminal, CommandLine.ParameterException e) {
        String command = e.getCommandLine().getCommandSpec().qualifiedName();
        terminal.err()
                .println("m17: " + oneLine(String.valueOf(e.getMessage())) + "; " + command + " --help says more");
        return ExitCode.USAGE;
    }

    /// A command that failed.
    static int handle(Terminal terminal, Exception e, boolean debug) {
        terminal.err().println("m17: " + message(e));
        if (debug) {
            e.printStackTrace(terminal.err());
        }
        return code(e);
    }

    private static int code(Exception e) {
        if (e instanceof SettingsException || e instanceof FlatFileException || e instanceof TreasuryFileException) {
            return ExitCode.USAGE;
        }
        return e instanceof ArtifactException ? ExitCode.NO : ExitCode.STATE;
    }

    private static String message(Exception e) {
        boolean known = e instanceof SettingsException
                || e instanceof LedgerException
                || e instanceof JournalException
                || e instanceof ArtifactException
                || e instanceof FlatFileException
                || e instanceof TreasuryFileException;
        String message = oneLine(
                known ? String.valueOf(e.getMessage()) : "unexpected error [error=" + e + "]; --debug shows where");
        Throwable cause = e.getCause();
        if (cause instanceof IOException
                || cause instanceof UncheckedIOException
                || cause instanceof JournalException) {
            return message + " (" + oneLine(cause.toString()) + ")";
        }
        return message;
    }

    private static String oneLine(String message) {
        return String.join(" ", message.strip().lines().map(String::strip).toList());
    }
}
