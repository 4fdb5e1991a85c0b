package io.m17.benchmarks.payload;

import io.m17.benchmarks.SqliteFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/// A table of blobs by row id in SQLite, a transaction a batch.
final class SqlitePayloads implements PayloadStore {
    private final Connection connection;
    private final PreparedStatement insert;
    private final PreparedStatement select;
    private final byte[] content = new byte[CONTENT_BYTES];
    private final ByteBuffer contentBuffer = ByteBuffer.wrap(content);
    private long last;

    private SqlitePayloads(Connection connection) throws SQLException {
        this.connection = connection;
        SqliteFile.execute(connection, "create table if not exists payload(id integer primary key, content blob)");
        connection.setAutoCommit(false);
        this.insert = connection.prepareStatement("insert into payload values(?,?)");
        this.select = connection.prepareStatement("select content from payload where id=?");
    }

    static SqlitePayloads create(Path directory) throws IOException {
        Files.createDirectories(directory);
        try {
            return new SqlitePayloads(SqliteFile.open(directory.resolve("payloads.db")));
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void begin() {}

    @Override
    public long append(int checksum) {
        last++;
        contentBuffer.putInt(0, checksum);
        try {
            insert.setLong(1, last);
            insert.setBytes(2, content);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return last;
    }

    @Override
    public void commit() {
        try {
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public int checksum(long found) {
        try {
            select.setLong(1, found);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return ByteBuffer.wrap(row.getBytes(1)).getInt(0);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
