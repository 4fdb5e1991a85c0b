package io.m17.benchmarks.cell;

import io.m17.benchmarks.SqliteFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/// SQLite with a write-ahead log that is not synced, an exclusive lock and everything in its cache; prepared
/// statements; a claim or fill is one update that names the state it expects, a scan a sum inside SQLite.
final class SqliteCells implements CellStore {
    private final Connection connection;
    private final int slotsPerRow;
    private final PreparedStatement change;
    private final PreparedStatement row;
    private final PreparedStatement scan;

    private SqliteCells(Connection connection, int slotsPerRow) throws SQLException {
        this.connection = connection;
        this.slotsPerRow = slotsPerRow;
        this.change = connection.prepareStatement(
                "update slot set status=?, version=?, last_updated=? where id=? and status=? and version=?");
        this.row = connection.prepareStatement("select * from slot where id between ? and ?");
        this.scan = connection.prepareStatement("select sum(payload_id) from slot where status=" + CellRecord.FILLED);
    }

    static SqliteCells open(Path directory, int rows, int slotsPerRow) throws IOException {
        boolean created = Files.notExists(directory);
        Files.createDirectories(directory);
        try {
            Connection connection = SqliteFile.open(directory.resolve("slots.db"));
            if (created) {
                load(connection, rows, slotsPerRow);
            }
            connection.setAutoCommit(true);
            return new SqliteCells(connection, slotsPerRow);
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    private static void load(Connection connection, int rows, int slotsPerRow) throws SQLException {
        connection.setAutoCommit(false);
        SqliteFile.execute(
                connection,
                "create table slot(id integer primary key, status int, payload_id int, version int, checksum int,"
                        + " last_updated int, incarnation int)");
        try (PreparedStatement insert = connection.prepareStatement("insert into slot values(?,?,?,?,?,?,?)")) {
            for (int cell = 0; cell < rows * slotsPerRow; cell++) {
                insert.setInt(1, cell);
                insert.setInt(2, CellRecord.FILLED);
                insert.setInt(3, cell + 1);
                insert.setInt(4, 1);
                insert.setInt(5, cell * 0x9E3779B1);
                insert.setLong(6, NOW_NS);
                insert.setInt(7, 1);
                insert.executeUpdate();
            }
        }
        connection.commit();
    }

    @Override
    public void claimAndFill(int row, int expectedVersion) {
        try {
            change((long) row * slotsPerRow, CellRecord.FILLED, expectedVersion, CellRecord.PENDING, expectedVersion);
            change(
                    (long) row * slotsPerRow,
                    CellRecord.PENDING,
                    expectedVersion,
                    CellRecord.FILLED,
                    expectedVersion + 1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void claimAndFillBatch(int from, int to, int expectedVersion) {
        try {
            connection.setAutoCommit(false);
            for (int row = from; row < to; row++) {
                claimAndFill(row, expectedVersion);
            }
            connection.commit();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void change(long cell, int status, int version, int newStatus, int newVersion) throws SQLException {
        change.setInt(1, newStatus);
        change.setInt(2, newVersion);
        change.setLong(3, NOW_NS + newVersion);
        change.setLong(4, cell);
        change.setInt(5, status);
        change.setInt(6, version);
        if (change.executeUpdate() != 1) {
            throw new IllegalStateException("the slot is not as expected [cell=" + cell + "]");
        }
    }

    @Override
    public long readRow(int index) {
        try {
            row.setLong(1, (long) index * slotsPerRow);
            row.setLong(2, (long) index * slotsPerRow + slotsPerRow - 1);
            long sum = 0;
            try (ResultSet found = row.executeQuery()) {
                while (found.next()) {
                    sum += found.getInt(3);
                }
            }
            return sum;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public long scan() {
        try (ResultSet found = scan.executeQuery()) {
            return found.getLong(1);
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
