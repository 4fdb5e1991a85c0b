package io.m17.benchmarks.cell;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.CompressionType;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/// RocksDB with a write-ahead log that is not synced, no compression, everything in its caches; big-endian keys, so
/// that a scan is a walk; one iterator for all reads of rows.
final class RocksCells implements CellStore {
    private static final long CACHE_BYTES = 2L << 30;
    private static final long WRITE_BUFFER_BYTES = 256L << 20;
    private static final int LOAD_BATCH = 10_000;
    private static final int FILTER_BITS = 10;

    private final RocksDB db;
    private final Options options;
    private final WriteOptions writing = new WriteOptions().setSync(false);
    private final ReadOptions reading = new ReadOptions().setVerifyChecksums(false);
    private final int slotsPerRow;
    private final byte[] key = new byte[Long.BYTES];
    private final ByteBuffer keyBuffer = ByteBuffer.wrap(key);
    private final byte[] record = new byte[CellRecord.LENGTH_BYTES];
    private final ByteBuffer recordBuffer = ByteBuffer.wrap(record);
    private final ByteBuffer directRecord = ByteBuffer.allocateDirect(CellRecord.LENGTH_BYTES);
    private @Nullable RocksIterator iterator;

    private RocksCells(RocksDB db, Options options, int slotsPerRow) {
        this.db = db;
        this.options = options;
        this.slotsPerRow = slotsPerRow;
    }

    static RocksCells open(Path directory, int rows, int slotsPerRow) throws IOException {
        RocksDB.loadLibrary();
        boolean created = Files.notExists(directory);
        Files.createDirectories(directory);
        Options options = new Options()
                .setCreateIfMissing(true)
                .setCompressionType(CompressionType.NO_COMPRESSION)
                .setWriteBufferSize(WRITE_BUFFER_BYTES)
                .setTableFormatConfig(new BlockBasedTableConfig()
                        .setBlockCache(new LRUCache(CACHE_BYTES))
                        .setFilterPolicy(new BloomFilter(FILTER_BITS)));
        try {
            RocksCells cells = new RocksCells(RocksDB.open(options, directory.toString()), options, slotsPerRow);
            if (created) {
                cells.load(rows);
            }
            return cells;
        } catch (RocksDBException e) {
            throw new IOException(e);
        }
    }

    private void load(int rows) throws RocksDBException {
        long cells = (long) rows * slotsPerRow;
        try (WriteBatch batch = new WriteBatch()) {
            for (long cell = 0; cell < cells; cell++) {
                key(cell);
                CellRecord.write(recordBuffer, CellRecord.FILLED, (int) cell + 1, 1);
                batch.put(key, record);
                if (batch.count() == LOAD_BATCH || cell == cells - 1) {
                    db.write(writing, batch);
                    batch.clear();
                }
            }
        }
        db.compactRange();
    }

    @Override
    public void claimAndFill(int row, int expectedVersion) {
        try {
            take((long) row * slotsPerRow, CellRecord.FILLED, expectedVersion);
            CellRecord.change(recordBuffer, CellRecord.PENDING, expectedVersion);
            db.put(writing, key, record);
            take((long) row * slotsPerRow, CellRecord.PENDING, expectedVersion);
            CellRecord.change(recordBuffer, CellRecord.FILLED, expectedVersion + 1);
            db.put(writing, key, record);
        } catch (RocksDBException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void claimAndFillBatch(int from, int to, int expectedVersion) {
        try (WriteBatch batch = new WriteBatch()) {
            for (int row = from; row < to; row++) {
                take((long) row * slotsPerRow, CellRecord.FILLED, expectedVersion);
                CellRecord.change(recordBuffer, CellRecord.PENDING, expectedVersion);
                batch.put(key, record);
                CellRecord.change(recordBuffer, CellRecord.FILLED, expectedVersion + 1);
                batch.put(key, record);
            }
            db.write(writing, batch);
        } catch (RocksDBException e) {
            throw new IllegalStateException(e);
        }
    }

    private void take(long cell, int status, int version) throws RocksDBException {
        key(cell);
        if (db.get(reading, key, record) != CellRecord.LENGTH_BYTES) {
            throw new IllegalStateException("the slot is not there [cell=" + cell + "]");
        }
        CellRecord.require(recordBuffer, status, version);
    }

    @Override
    public long readRow(int row) {
        RocksIterator at = iterator();
        key((long) row * slotsPerRow);
        at.seek(key);
        long sum = payloadId(at);
        for (int slot = 1; slot < slotsPerRow; slot++) {
            at.next();
            sum += payloadId(at);
        }
        return sum;
    }

    @Override
    public long scan() {
        long sum = 0;
        try (RocksIterator at = db.newIterator(reading)) {
            for (at.seekToFirst(); at.isValid(); at.next()) {
                at.value(directRecord.clear());
                sum += CellRecord.filledPayloadId(directRecord);
            }
        }
        return sum;
    }

    private long payloadId(RocksIterator at) {
        at.value(directRecord.clear());
        return CellRecord.payloadId(directRecord);
    }

    private RocksIterator iterator() {
        RocksIterator open = iterator;
        if (open == null) {
            open = db.newIterator(reading);
            iterator = open;
        }
        return open;
    }

    private void key(long cell) {
        keyBuffer.putLong(0, cell);
    }

    @Override
    public void close() {
        if (iterator != null) {
            iterator.close();
        }
        db.close();
        reading.close();
        writing.close();
        options.close();
    }
}
