package io.m17.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What is logged: one line an event on standard error, warnings unless a command says otherwise.
final class Logging {
    private static final String LINE = "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX,UTC} %-5level %logger{0}: %msg";

    private Logging() {}

    /// Sets how much is logged.
    ///
    /// @param traces whether an error comes with where it was thrown
    static void level(Level level, boolean traces) {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            context.reset();
            PatternLayoutEncoder encoder = new PatternLayoutEncoder();
            encoder.setContext(context);
            encoder.setPattern(LINE + (traces ? "%n%ex" : "%n%nopex"));
            encoder.start();
            ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
            appender.setContext(context);
            appender.setTarget("System.err");
            appender.setEncoder(encoder);
            appender.start();
            ch.qos.logback.classic.Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
            root.setLevel(Level.WARN);
            root.addAppender(appender);
            context.getLogger("io.m17").setLevel(level);
        }
    }

    /// Makes a command that works say more; `--debug` still says the most.
    static void informative(Level level) {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            ch.qos.logback.classic.Logger ours = context.getLogger("io.m17");
            if (ours.getEffectiveLevel().isGreaterOrEqual(level)) {
                ours.setLevel(level);
            }
        }
    }
}
