package io.m17.benchmarks.day;

import io.m17.benchmarks.day.DayFiles.Kind;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.duckdb.DuckDBConnection;

/// A whole day by DuckDB, as its user would write it, in a process of its own: load both files, write both sorted, sign
/// the trades, make bars and windows, write those. Steps that do not need one another run on two connections at once,
/// because one gzip file keeps only one thread busy.
///
/// Arguments: the files of trades and of quotes, the directory to write to, open and close of the session in
/// nanoseconds.
final class DuckDbWholeDay implements AutoCloseable {
    private static final int THREADS = 2;

    private final Connection connection;
    private final DuckDbStatements statements;
    private final long begunNs = System.nanoTime();

    private DuckDbWholeDay(DuckDbStatements statements) throws SQLException {
        this.connection = DriverManager.getConnection("jdbc:duckdb:");
        this.statements = statements;
    }

    public static void main(String[] arguments) throws SQLException, InterruptedException {
        DuckDbStatements statements = new DuckDbStatements(
                Path.of(arguments[0]),
                Path.of(arguments[1]),
                DayFiles.ofDirectory(Path.of(arguments[2])),
                Long.parseLong(arguments[3]),
                Long.parseLong(arguments[4]));
        run(statements);
    }

    static void run(DuckDbStatements statements) throws SQLException, InterruptedException {
        try (DuckDbWholeDay day = new DuckDbWholeDay(statements)) {
            day.run();
        }
    }

    private void run() throws SQLException, InterruptedException {
        execute(connection, List.of("set threads = " + THREADS));
        atOnce(
                List.of(statements.loadTrades(), statements.write(Kind.TRADE)),
                List.of(statements.loadQuotes(), statements.write(Kind.QUOTE)));
        say("loaded and written");
        execute(connection, List.of(statements.sign()));
        say("signed");
        atOnce(
                List.of(statements.write(Kind.AGGRESSOR)),
                List.of(
                        statements.conditionRules(),
                        statements.minutes(),
                        statements.windows(),
                        statements.write(Kind.AGGREGATE)));
        say("windows written");
    }

    /// Prints when a step was done, in seconds since DuckDB began.
    private void say(String step) {
        System.out.printf(Locale.ROOT, "%s after %.2f s%n", step, (System.nanoTime() - begunNs) / 1e9);
    }

    private void atOnce(List<String> here, List<String> there) throws SQLException, InterruptedException {
        try (ExecutorService thread = Executors.newSingleThreadExecutor();
                Connection other = connection.unwrap(DuckDBConnection.class).duplicate()) {
            Future<Integer> theirs = thread.submit(() -> execute(other, there));
            execute(connection, here);
            theirs.get();
        } catch (ExecutionException e) {
            throw new SQLException("a step on the second connection failed", e);
        }
    }

    /// Executes statements one after the other and gives their number.
    private static int execute(Connection on, List<String> sql) throws SQLException {
        try (Statement statement = on.createStatement()) {
            for (String text : sql) {
                statement.execute(text);
            }
        }
        return sql.size();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
