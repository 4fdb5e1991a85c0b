package io.m17.benchmarks.day;

import java.nio.file.Path;
import java.util.Locale;

/// Where a day's Parquet files stand, of m17 or of DuckDB.
///
/// @param pattern of one kind's files, `%s` where the kind stands
record DayFiles(String pattern) {
    /// The kinds that both write.
    enum Kind {
        TRADE,
        QUOTE,
        AGGRESSOR,
        AGGREGATE
    }

    /// The artifacts of a state directory with one session.
    static DayFiles ofState(Path state) {
        return new DayFiles(state + "/session=*/artifacts/%s/*/*.parquet");
    }

    /// A directory with a file a kind.
    static DayFiles ofDirectory(Path directory) {
        return new DayFiles(directory + "/%s.parquet");
    }

    String files(Kind kind) {
        return pattern.formatted(kind.name().toLowerCase(Locale.ROOT));
    }

    /// The kind's rows as a table in DuckDB's SQL, with the name of the file of each.
    String rows(Kind kind) {
        return "read_parquet('" + files(kind) + "', hive_partitioning = false, filename = true)";
    }
}
