package io.m17.benchmarks.cell;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import net.openhft.chronicle.map.ChronicleMap;

/// Chronicle Map in a file, values of constant size read into one array. It has no transactions: a batch is the same
/// puts, and a claim is a look and a put, without the lock that two writers would need.
final class ChronicleCells implements CellStore {
    private final ChronicleMap<Long, byte[]> map;
    private final int slotsPerRow;
    private final byte[] record = new byte[CellRecord.LENGTH_BYTES];
    private final ByteBuffer recordBuffer = ByteBuffer.wrap(record);

    private ChronicleCells(ChronicleMap<Long, byte[]> map, int slotsPerRow) {
        this.map = map;
        this.slotsPerRow = slotsPerRow;
    }

    static ChronicleCells open(Path directory, int rows, int slotsPerRow) throws IOException {
        boolean created = Files.notExists(directory);
        Files.createDirectories(directory);
        ChronicleMap<Long, byte[]> map = ChronicleMap.of(Long.class, byte[].class)
                .name("slots")
                .entries((long) rows * slotsPerRow)
                .constantValueSizeBySample(new byte[CellRecord.LENGTH_BYTES])
                .createPersistedTo(directory.resolve("slots.map").toFile());
        ChronicleCells cells = new ChronicleCells(map, slotsPerRow);
        if (created) {
            cells.load(rows);
        }
        return cells;
    }

    private void load(int rows) {
        for (long cell = 0; cell < (long) rows * slotsPerRow; cell++) {
            CellRecord.write(recordBuffer, CellRecord.FILLED, (int) cell + 1, 1);
            map.put(cell, record);
        }
    }

    @Override
    public void claimAndFill(int row, int expectedVersion) {
        Long cell = (long) row * slotsPerRow;
        take(cell);
        CellRecord.require(recordBuffer, CellRecord.FILLED, expectedVersion);
        CellRecord.change(recordBuffer, CellRecord.PENDING, expectedVersion);
        map.put(cell, record);
        take(cell);
        CellRecord.require(recordBuffer, CellRecord.PENDING, expectedVersion);
        CellRecord.change(recordBuffer, CellRecord.FILLED, expectedVersion + 1);
        map.put(cell, record);
    }

    @Override
    public void claimAndFillBatch(int from, int to, int expectedVersion) {
        for (int row = from; row < to; row++) {
            claimAndFill(row, expectedVersion);
        }
    }

    private void take(Long cell) {
        if (map.getUsing(cell, record) != record) {
            throw new IllegalStateException("the slot is not there [cell=" + cell + "]");
        }
    }

    @Override
    public long readRow(int row) {
        long sum = 0;
        for (int slot = 0; slot < slotsPerRow; slot++) {
            take((long) row * slotsPerRow + slot);
            sum += CellRecord.payloadId(recordBuffer);
        }
        return sum;
    }

    @Override
    public long scan() {
        AtomicLong sum = new AtomicLong();
        map.forEachEntry(entry -> {
            entry.value().getUsing(record);
            sum.setPlain(sum.getPlain() + CellRecord.filledPayloadId(recordBuffer));
        });
        return sum.getPlain();
    }

    @Override
    public void close() {
        map.close();
    }
}
