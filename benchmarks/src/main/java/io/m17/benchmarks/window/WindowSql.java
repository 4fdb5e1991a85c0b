package io.m17.benchmarks.window;

import io.m17.aggregation.AggregateWindow;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The six rolling windows in DuckDB's SQL, each made of the next shorter one at later minutes, as m17 makes them.
///
/// The leads have no order of their own, so that DuckDB streams the table. A frame a window over partitions in order,
/// which is the plain way to write it, takes three times as long, the same leads over such partitions nearly as long.
///
/// The table has a row a minute of the session, also where nothing was traded, and stands in order of instrument and
/// minute: `minute`, the prices `open`, `high`, `low` and `close`, null where no trade set them, and the sums `trades`,
/// `buy`, `sell`, `unknown` and `notional`. Each becomes a column a window, its length in minutes behind its name:
/// `open5`, `notional240`.
public final class WindowSql {
    private static final List<String> COLUMNS =
            List.of("open", "high", "low", "close", "trades", "buy", "sell", "unknown", "notional");
    private static final List<String> SUMS = COLUMNS.subList(4, COLUMNS.size());

    private WindowSql() {}

    /// Selects the windows of every row.
    ///
    /// @param table with the minutes
    /// @param key the column that tells instruments apart
    /// @param sessionMinutes rows an instrument
    public static String select(String table, String key, int sessionMinutes) {
        List<String> steps = new ArrayList<>();
        String minutes =
                COLUMNS.stream().map(column -> column + " as " + column + "1").collect(Collectors.joining(", "));
        steps.add("w1 as (select " + key + ", minute, " + minutes + " from " + table + ")");
        AggregateWindow[] windows = AggregateWindow.values();
        for (int i = 1; i < windows.length; i++) {
            steps.add(step(windows[i - 1].minutes(), windows[i].minutes(), sessionMinutes));
        }
        return "with " + String.join(",\n", steps) + "\nselect * from w" + windows[windows.length - 1].minutes();
    }

    /// Adds the columns of a window to those of the shorter ones.
    private static String step(int shorter, int longer, int sessionMinutes) {
        UnaryOperator<String> parts = column ->
                parts(column + shorter, shorter, longer, sessionMinutes).collect(Collectors.joining(", "));
        List<String> columns = new ArrayList<>();
        columns.add("coalesce(" + parts.apply("open") + ") as open" + longer);
        columns.add("greatest(" + parts.apply("high") + ") as high" + longer);
        columns.add("least(" + parts.apply("low") + ") as low" + longer);
        List<String> closes =
                parts("close" + shorter, shorter, longer, sessionMinutes).toList();
        columns.add("coalesce(" + String.join(", ", closes.reversed()) + ") as close" + longer);
        for (String sum : SUMS) {
            columns.add(parts(sum + shorter, shorter, longer, sessionMinutes)
                            .map(part -> "coalesce(" + part + ", 0)")
                            .collect(Collectors.joining(" + "))
                    + " as " + sum + longer);
        }
        return "w" + longer + " as (select *,\n  " + String.join(",\n  ", columns) + "\n  from w" + shorter + ")";
    }

    /// The shorter window's column at the minutes that make up the longer one; null behind the session's end.
    private static Stream<String> parts(String column, int shorter, int longer, int sessionMinutes) {
        return IntStream.range(0, longer / shorter)
                .map(part -> part * shorter)
                .mapToObj(offset -> offset == 0
                        ? column
                        : "case when minute < " + (sessionMinutes - offset) + " then lead(" + column + ", " + offset
                                + ") over () end");
    }
}
