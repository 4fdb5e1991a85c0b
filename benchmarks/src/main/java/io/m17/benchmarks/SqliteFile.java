package io.m17.benchmarks;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/// SQLite as its documents tune it where durability is left to the kernel: a write-ahead log, no syncs, an exclusive
/// lock, cache and map larger than the file.
public final class SqliteFile {
    private SqliteFile() {}

    public static Connection open(Path file) throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        for (String setting : new String[] {
            "locking_mode=exclusive",
            "journal_mode=wal",
            "synchronous=off",
            "cache_size=-1048576",
            "mmap_size=8589934592"
        }) {
            execute(connection, "pragma " + setting);
        }
        return connection;
    }

    public static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
