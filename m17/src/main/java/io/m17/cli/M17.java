package io.m17.cli;

import ch.qos.logback.classic.Level;
import io.m17.ledger.SlotColumn;
import java.io.Console;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.TypeConversionException;

/// The program: parses the command line and runs the command that it names.
@Command(
        name = "m17",
        description =
                "Knows for every minute of a trading year which market data exists, made from what, and what is missing.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "Exit codes: 0 done, 1 the answer is no, 2 usage, 3 the state directory cannot be used."})
public final class M17 {
    @Option(
            names = "--debug",
            scope = ScopeType.INHERIT,
            description = "Log details, and show where an error came from.")
    private boolean debug;

    private M17() {}

    /// Runs a command line and exits with its code.
    public static void main(String[] args) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        boolean interactive =
                Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
        Terminal terminal = new Terminal(out, err, Clock.systemUTC(), System.getenv(), interactive);
        System.exit(run(terminal, args));
    }

    /// Runs a command line and returns its exit code.
    static int run(Terminal terminal, String... args) {
        M17 program = new M17();
        CommandLine line = new CommandLine(program);
        commands(terminal, args).forEach(line::addSubcommand);
        String version = Optional.ofNullable(M17.class.getPackage().getImplementationVersion())
                .orElse("of a source tree");
        line.getCommandSpec().version("m17 " + version);
        line.getSubcommands().values().forEach(each -> each.getCommandSpec().version("m17 " + version));
        line.registerConverter(LocalDate.class, M17::date);
        line.registerConverter(SlotColumn.class, M17::column);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setOut(terminal.out());
        line.setErr(terminal.err());
        line.setExecutionStrategy(program::execute);
        line.setParameterExceptionHandler((e, arguments) -> Failures.usage(terminal, e));
        line.setExecutionExceptionHandler((e, failed, parsed) -> Failures.handle(terminal, e, program.debug));
        int code = line.execute(args);
        terminal.out().flush();
        terminal.err().flush();
        return code;
    }

    /// The command that the line begins with, or all of them: reading the options of all takes a tenth of a second.
    private static List<Object> commands(Terminal terminal, String... args) {
        List<Object> all = List.of(
                new DemoCommand(terminal),
                new RunCommand(terminal),
                new StatusCommand(terminal),
                new WindowCommand(terminal),
                new ExplainCommand(terminal),
                new MissingCommand(terminal),
                new StaleCommand(terminal),
                new VerifyCommand(terminal),
                new DigestCommand(terminal),
                new RebuildCommand(terminal),
                new ConditionsCommand(terminal),
                new SessionsCommand(terminal),
                new SimulateCommand(terminal));
        return all.stream()
                .filter(command -> args.length > 0 && args[0].equals(name(command)))
                .findFirst()
                .map(List::of)
                .orElse(all);
    }

    private static String name(Object command) {
        return Objects.requireNonNull(command.getClass().getAnnotation(Command.class))
                .name();
    }

    private int execute(CommandLine.ParseResult parsed) {
        Logging.level(debug ? Level.DEBUG : Level.WARN, debug);
        return new CommandLine.RunLast().execute(parsed);
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new TypeConversionException("'" + text + "' is no date; write 2025-06-02");
        }
    }

    private static SlotColumn column(String text) {
        try {
            return SlotColumn.parse(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(String.valueOf(e.getMessage()));
        }
    }
}
