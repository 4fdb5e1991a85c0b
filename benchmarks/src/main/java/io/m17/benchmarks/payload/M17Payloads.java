package io.m17.benchmarks.payload;

import io.m17.ledger.PayloadType;
import io.m17.ledger.payload.Compression;
import io.m17.ledger.payload.PayloadMap;
import io.m17.ledger.payload.PayloadRecord;
import io.m17.ledger.payload.PayloadSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/// A payload map, through one record that is used again. Confined to one thread.
final class M17Payloads implements PayloadStore {
    private static final long NOW_NS = 1_720_000_000_000_000_000L;
    private static final LocalDate DAY = LocalDate.of(2024, 7, 2);

    private final PayloadMap map;
    private final PayloadRecord record = new PayloadRecord();

    private M17Payloads(PayloadMap map) {
        this.map = map;
    }

    static M17Payloads create(Path directory) throws IOException {
        Files.createDirectories(directory);
        return new M17Payloads(PayloadMap.open(directory.resolve("trade.map"), PayloadType.TRADE, DAY, 1 << 24));
    }

    @Override
    public void begin() {}

    @Override
    public long append(int checksum) {
        return map.append(record.origin(PayloadSource.FLAT_FILE, 1, 1, 1, NOW_NS)
                .rows(1, 1, 1, checksum, 1)
                .trade(NOW_NS, NOW_NS, Compression.ZSTD));
    }

    @Override
    public void commit() {}

    @Override
    public int checksum(long found) {
        map.read((int) found, record);
        return record.checksum();
    }

    @Override
    public void close() {
        map.close();
    }
}
