package io.m17.benchmarks.cell;

import static org.lmdbjava.DbiFlags.MDB_CREATE;
import static org.lmdbjava.DbiFlags.MDB_INTEGERKEY;
import static org.lmdbjava.EnvFlags.MDB_NOSYNC;
import static org.lmdbjava.EnvFlags.MDB_NOTLS;
import static org.lmdbjava.EnvFlags.MDB_WRITEMAP;
import static org.lmdbjava.PutFlags.MDB_APPEND;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.lmdbjava.Cursor;
import org.lmdbjava.Dbi;
import org.lmdbjava.Env;
import org.lmdbjava.GetOp;
import org.lmdbjava.SeekOp;
import org.lmdbjava.Txn;

/// LMDB without syncs, on a writable map, with integer keys; loaded by appends, read with one cursor of one
/// transaction.
final class LmdbCells implements CellStore {
    private static final long MAP_BYTES = 16L << 30;

    private final Env<ByteBuffer> env;
    private final Dbi<ByteBuffer> dbi;
    private final int slotsPerRow;
    private final ByteBuffer key = direct(Long.BYTES);
    private final ByteBuffer record = direct(CellRecord.LENGTH_BYTES);
    private @Nullable Txn<ByteBuffer> reading;
    private @Nullable Cursor<ByteBuffer> cursor;

    private LmdbCells(Env<ByteBuffer> env, int slotsPerRow) {
        this.env = env;
        this.dbi = env.openDbi("slots", MDB_CREATE, MDB_INTEGERKEY);
        this.slotsPerRow = slotsPerRow;
    }

    static LmdbCells open(Path directory, int rows, int slotsPerRow) throws IOException {
        boolean created = Files.notExists(directory);
        Files.createDirectories(directory);
        Env<ByteBuffer> env = Env.create()
                .setMapSize(MAP_BYTES)
                .setMaxDbs(1)
                .open(directory.toFile(), MDB_NOSYNC, MDB_WRITEMAP, MDB_NOTLS);
        LmdbCells cells = new LmdbCells(env, slotsPerRow);
        if (created) {
            cells.load(rows);
        }
        return cells;
    }

    private void load(int rows) {
        try (Txn<ByteBuffer> txn = env.txnWrite()) {
            for (long cell = 0; cell < (long) rows * slotsPerRow; cell++) {
                CellRecord.write(record, CellRecord.FILLED, (int) cell + 1, 1);
                dbi.put(txn, key(cell), record, MDB_APPEND);
            }
            txn.commit();
        }
    }

    @Override
    public void claimAndFill(int row, int expectedVersion) {
        long cell = (long) row * slotsPerRow;
        try (Txn<ByteBuffer> txn = env.txnWrite()) {
            take(txn, cell, CellRecord.FILLED, expectedVersion);
            CellRecord.change(record, CellRecord.PENDING, expectedVersion);
            dbi.put(txn, key, record);
            txn.commit();
        }
        try (Txn<ByteBuffer> txn = env.txnWrite()) {
            take(txn, cell, CellRecord.PENDING, expectedVersion);
            CellRecord.change(record, CellRecord.FILLED, expectedVersion + 1);
            dbi.put(txn, key, record);
            txn.commit();
        }
    }

    @Override
    public void claimAndFillBatch(int from, int to, int expectedVersion) {
        try (Txn<ByteBuffer> txn = env.txnWrite()) {
            for (int row = from; row < to; row++) {
                take(txn, (long) row * slotsPerRow, CellRecord.FILLED, expectedVersion);
                CellRecord.change(record, CellRecord.PENDING, expectedVersion);
                dbi.put(txn, key, record);
                CellRecord.change(record, CellRecord.FILLED, expectedVersion + 1);
                dbi.put(txn, key, record);
            }
            txn.commit();
        }
    }

    private void take(Txn<ByteBuffer> txn, long cell, int status, int version) {
        ByteBuffer found = dbi.get(txn, key(cell));
        if (found == null) {
            throw new IllegalStateException("the slot is not there [cell=" + cell + "]");
        }
        record.put(0, found.order(ByteOrder.nativeOrder()), 0, CellRecord.LENGTH_BYTES);
        CellRecord.require(record, status, version);
    }

    @Override
    public long readRow(int row) {
        Cursor<ByteBuffer> at = cursor();
        at.get(key((long) row * slotsPerRow), GetOp.MDB_SET_KEY);
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
        Cursor<ByteBuffer> at = cursor();
        for (boolean found = at.seek(SeekOp.MDB_FIRST); found; found = at.next()) {
            sum += CellRecord.filledPayloadId(at.val().order(ByteOrder.nativeOrder()));
        }
        return sum;
    }

    private static long payloadId(Cursor<ByteBuffer> at) {
        return CellRecord.payloadId(at.val().order(ByteOrder.nativeOrder()));
    }

    private Cursor<ByteBuffer> cursor() {
        Cursor<ByteBuffer> open = cursor;
        if (open == null) {
            Txn<ByteBuffer> txn = env.txnRead();
            open = dbi.openCursor(txn);
            reading = txn;
            cursor = open;
        }
        return open;
    }

    private ByteBuffer key(long cell) {
        return key.putLong(0, cell);
    }

    private static ByteBuffer direct(int lengthBytes) {
        return ByteBuffer.allocateDirect(lengthBytes).order(ByteOrder.nativeOrder());
    }

    @Override
    public void close() {
        if (cursor != null) {
            cursor.close();
        }
        if (reading != null) {
            reading.close();
        }
        env.close();
    }
}
