package io.m17.benchmarks.payload;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.rocksdb.CompressionType;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/// RocksDB with a write-ahead log that is not synced, written in batches; keys count up.
final class RocksPayloads implements PayloadStore {
    private static final long WRITE_BUFFER_BYTES = 256L << 20;

    private final Options options;
    private final RocksDB db;
    private final WriteOptions writing = new WriteOptions().setSync(false);
    private final WriteBatch batch = new WriteBatch();
    private final byte[] key = new byte[Long.BYTES];
    private final ByteBuffer keyBuffer = ByteBuffer.wrap(key);
    private final byte[] content = new byte[CONTENT_BYTES];
    private final ByteBuffer contentBuffer = ByteBuffer.wrap(content);
    private long last;

    private RocksPayloads(RocksDB db, Options options) {
        this.db = db;
        this.options = options;
    }

    static RocksPayloads create(Path directory) throws IOException {
        RocksDB.loadLibrary();
        Files.createDirectories(directory);
        Options options = new Options()
                .setCreateIfMissing(true)
                .setCompressionType(CompressionType.NO_COMPRESSION)
                .setWriteBufferSize(WRITE_BUFFER_BYTES);
        try {
            return new RocksPayloads(RocksDB.open(options, directory.toString()), options);
        } catch (RocksDBException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void begin() {
        batch.clear();
    }

    @Override
    public long append(int checksum) {
        last++;
        keyBuffer.putLong(0, last);
        contentBuffer.putInt(0, checksum);
        try {
            batch.put(key, content);
        } catch (RocksDBException e) {
            throw new IllegalStateException(e);
        }
        return last;
    }

    @Override
    public void commit() {
        try {
            db.write(writing, batch);
        } catch (RocksDBException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public int checksum(long found) {
        keyBuffer.putLong(0, found);
        try {
            if (db.get(key, content) != CONTENT_BYTES) {
                throw new IllegalStateException("the record is not there [key=" + found + "]");
            }
        } catch (RocksDBException e) {
            throw new IllegalStateException(e);
        }
        return contentBuffer.getInt(0);
    }

    @Override
    public void close() {
        batch.close();
        db.close();
        writing.close();
        options.close();
    }
}
