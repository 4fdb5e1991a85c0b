package io.m17.market.artifact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.m17.market.column.Column;
import io.m17.market.column.ColumnBatch;
import io.m17.market.column.ColumnType;
import io.m17.market.column.Schema;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Another program's view of the files: names, types, values, and what it can skip.
class DuckDbTest {
    @TempDir
    Path directory;

    private final Connection connection;
    private final Statement statement;

    DuckDbTest() throws SQLException {
        connection = DriverManager.getConnection("jdbc:duckdb:");
        statement = connection.createStatement();
        statement.execute("SET TimeZone='UTC'");
    }

    @AfterEach
    void close() throws SQLException {
        statement.close();
        connection.close();
    }

    @Test
    void showsEveryTypeAsWhatItMeans() throws SQLException {
        Path file = write("types", Samples.random(1, 10, 0));
        assertEquals(
                List.of(
                        "long BIGINT",
                        "long_or_null BIGINT",
                        "int INTEGER",
                        "timestamp TIMESTAMPTZ_NS",
                        "timestamp_or_null TIMESTAMPTZ_NS",
                        "date DATE",
                        "decimal DECIMAL(18,6)",
                        "decimal_or_null DECIMAL(18,2)",
                        "double DOUBLE",
                        "boolean BOOLEAN",
                        "text VARCHAR",
                        "id VARCHAR"),
                rows("SELECT column_name || ' ' || column_type FROM (DESCRIBE SELECT * FROM '" + file + "')"));
    }

    @Test
    void readsTheValuesThatWereWritten() throws SQLException {
        ColumnBatch batch = Samples.random(2, 20_000, 0.3);
        for (int row = 0; row < batch.size(); row++) {
            batch.longs("timestamp")
                    .set(row, Math.floorMod(batch.longs("timestamp").get(row), 4_000_000_000_000_000_000L));
            long other = batch.longs("timestamp_or_null").get(row);
            batch.longs("timestamp_or_null")
                    .set(row, other == Column.NULL ? other : Math.floorMod(other, 4_000_000_000_000_000_000L));
        }
        Path file = write("values", batch);
        try (ResultSet result = statement.executeQuery("SELECT * REPLACE (epoch_ns(timestamp) AS timestamp,"
                + " epoch_ns(timestamp_or_null) AS timestamp_or_null,"
                + " date - DATE '1970-01-01' AS date) FROM '" + file + "'")) {
            for (int row = 0; row < batch.size(); row++) {
                assertTrue(result.next());
                assertRow(batch, row, result);
            }
            assertTrue(!result.next());
        }
    }

    private static void assertRow(ColumnBatch batch, int row, ResultSet result) throws SQLException {
        assertEquals(batch.longs("long").get(row), result.getLong("long"));
        assertLongOrNull(batch.longs("long_or_null").get(row), result, "long_or_null");
        assertEquals(batch.ints("int").get(row), result.getInt("int"));
        assertEquals(batch.longs("timestamp").get(row), result.getLong("timestamp"));
        long time = batch.longs("timestamp_or_null").get(row);
        assertLongOrNull(time, result, "timestamp_or_null");
        assertEquals(batch.ints("date").get(row), result.getLong("date"));
        assertEquals(BigDecimal.valueOf(batch.longs("decimal").get(row), 6), result.getBigDecimal("decimal"));
        long amount = batch.longs("decimal_or_null").get(row);
        assertEquals(
                amount == Column.NULL ? null : BigDecimal.valueOf(amount, 2), result.getBigDecimal("decimal_or_null"));
        assertEquals(batch.doubles("double").get(row), result.getDouble("double"));
        assertEquals(batch.ints("boolean").get(row) == 1, result.getBoolean("boolean"));
        assertEquals(batch.texts("text").get(row), result.getString("text"));
        assertEquals(batch.ids("id").get(row), result.getString("id"));
    }

    private static void assertLongOrNull(long expected, ResultSet result, String column) throws SQLException {
        long value = result.getLong(column);
        assertEquals(expected, result.wasNull() ? Column.NULL : value);
    }

    @Test
    void readsAFileWithoutRows() throws SQLException {
        Path file = write("empty", new ColumnBatch(Samples.EVERY_TYPE));
        assertEquals(List.of("0"), rows("SELECT count(*) FROM '" + file + "'"));
    }

    @Test
    void readsPagesOfNullsOnly() throws SQLException {
        ColumnBatch batch = new ColumnBatch(
                Schema.of("nulls", Column.of("a", ColumnType.LONG).orNull()));
        for (int row = 0; row < 100; row++) {
            batch.longs("a").append(row < 64 ? Column.NULL : row);
        }
        Path file = write("nulls", batch);
        assertEquals(List.of("36", "2934"), rows("SELECT unnest([count(a), sum(a)]) FROM '" + file + "'"));
        assertEquals(List.of("70"), rows("SELECT a FROM '" + file + "' WHERE a = 70"));
    }

    @Test
    void findsNaNsBehindFilters() throws SQLException {
        ColumnBatch batch = new ColumnBatch(Schema.of("doubles", Column.of("a", ColumnType.DOUBLE)));
        for (int row = 0; row < 100; row++) {
            batch.doubles("a").append(row == 50 ? Double.NaN : row);
        }
        Path file = write("nans", batch);
        assertEquals(List.of("1"), rows("SELECT count(*) FROM '" + file + "' WHERE isnan(a)"));
        assertEquals(List.of("1"), rows("SELECT count(*) FROM '" + file + "' WHERE a > 1000"));
        assertEquals(List.of("1"), rows("SELECT count(*) FROM '" + file + "' WHERE a = 'nan'::DOUBLE"));
    }

    @Test
    void hasBoundsToSkipRowGroupsBy() throws SQLException {
        ColumnBatch batch = new ColumnBatch(
                Schema.of("bounds", Column.of("instrument", ColumnType.TEXT), Column.of("time", ColumnType.TIMESTAMP)));
        for (int row = 0; row < 96; row++) {
            batch.texts("instrument").append(row < 48 ? "AAPL" : "MSFT");
            batch.longs("time").append(1_000_000_000L * row);
        }
        Path file = write("bounds", batch);
        assertEquals(
                List.of("AAPL AAPL 0", "MSFT MSFT 0"),
                rows(
                        "SELECT stats_min_value || ' ' || stats_max_value || ' ' || stats_null_count FROM parquet_metadata('"
                                + file + "') WHERE path_in_schema = 'instrument' ORDER BY row_group_id"));
        assertEquals(
                List.of("1"),
                rows("SELECT count(*) FROM '" + file
                        + "' WHERE instrument = 'MSFT' AND time = TIMESTAMPTZ '1970-01-01 00:00:48+00'"));
    }

    @Test
    void tellsWhichSchemaAndFormatAFileHas() throws SQLException {
        Path file = write("metadata", Samples.random(1, 1, 0));
        assertEquals(
                List.of("m17.format=1", "m17.schema=every_type"),
                rows("SELECT decode(key) || '=' || decode(value) AS pair FROM parquet_kv_metadata('" + file
                        + "') WHERE decode(key) IN ('m17.format', 'm17.schema') ORDER BY pair"));
    }

    @Test
    void showsTheDerivedArtifactsByTheNamesAndTypesOfTheDesign() throws SQLException {
        assertEquals(
                "instrument VARCHAR, ticker VARCHAR, sip_timestamp TIMESTAMPTZ_NS, sequence_number BIGINT,"
                        + " price DECIMAL(18,6), size DECIMAL(18,6), bid_price DECIMAL(18,6), ask_price DECIMAL(18,6),"
                        + " side VARCHAR, rule VARCHAR, effective_spread DECIMAL(18,6), quote_age BIGINT,"
                        + " realised_spread DECIMAL(18,6)",
                columnsOf(AggressorColumns.create().rows()));
        assertEquals(
                "instrument VARCHAR, ticker VARCHAR, window_start TIMESTAMPTZ_NS, expiration DATE,"
                        + " strike DECIMAL(18,6), right VARCHAR, bid_price DECIMAL(18,6), ask_price DECIMAL(18,6),"
                        + " underlying_price DOUBLE, rate DOUBLE, dividend_yield DOUBLE, years_to_expiry DOUBLE,"
                        + " implied_volatility DOUBLE, delta DOUBLE, gamma DOUBLE, vega DOUBLE, theta DOUBLE,"
                        + " rho DOUBLE, vanna DOUBLE, charm DOUBLE, vomma DOUBLE, reason VARCHAR",
                columnsOf(GreeksColumns.create().rows()));
        assertEquals(
                "instrument VARCHAR, window VARCHAR, window_start TIMESTAMPTZ_NS, open DECIMAL(18,6),"
                        + " high DECIMAL(18,6), low DECIMAL(18,6), close DECIMAL(18,6), volume DECIMAL(18,6),"
                        + " trade_count BIGINT, vwap DECIMAL(18,6), buy_volume DECIMAL(18,6),"
                        + " sell_volume DECIMAL(18,6), unknown_volume DECIMAL(18,6), complete BOOLEAN,"
                        + " call_volume DECIMAL(18,6), put_volume DECIMAL(18,6), premium DECIMAL(18,6),"
                        + " net_delta_flow DOUBLE, excluded_count BIGINT",
                columnsOf(AggregateColumns.create().rows()));
    }

    private String columnsOf(ColumnBatch batch) throws SQLException {
        Path file = write(batch.schema().name(), batch);
        return String.join(
                ", ", rows("SELECT column_name || ' ' || column_type FROM (DESCRIBE SELECT * FROM '" + file + "')"));
    }

    private Path write(String name, ColumnBatch batch) {
        Path file = directory.resolve(name + ".parquet");
        Samples.write(file, batch, Samples.SMALL);
        return file;
    }

    private List<String> rows(String query) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (ResultSet result = statement.executeQuery(query)) {
            while (result.next()) {
                rows.add(result.getString(1));
            }
        }
        return rows;
    }
}
