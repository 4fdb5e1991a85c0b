package io.m17.ledger.payload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.m17.journal.JournalException;
import io.m17.journal.Storage;
import io.m17.ledger.PayloadType;
import io.m17.ledger.SampleState;
import io.m17.ledger.SlotColumn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PayloadMapTest {
    private static final int CAPACITY = 2000;

    @TempDir
    private Path directory;

    private PayloadMap open(PayloadType type) throws IOException {
        return PayloadMap.open(directory.resolve(type.fileName()), type, SampleState.DAY, CAPACITY);
    }

    private static Payload trade(int symbolId, int window, int version) {
        return SampleState.payload(
                SlotColumn.TRADE, new Origin(PayloadSource.LIVE, symbolId, window, version, 5, 1, 0, 3, 4, 5));
    }

    private static Payload shared(SlotColumn column, int symbolId) {
        return SampleState.payload(column, SampleState.sharedOrigin(symbolId));
    }

    @Test
    void numbersItsRecordsFromOneAndKeepsThem() throws IOException {
        try (PayloadMap map = open(PayloadType.TRADE)) {
            assertEquals(0, map.count());
            for (int id = 1; id <= 100; id++) {
                assertEquals(id, map.append(trade(1, id, id)));
            }
        }
        try (PayloadMap map = open(PayloadType.TRADE)) {
            assertEquals(100, map.count());
            assertEquals(CAPACITY, map.capacity());
            for (int id = 1; id <= 100; id++) {
                assertEquals(trade(1, id, id), map.read(id));
            }
            assertEquals(101, map.append(trade(1, 1, 2)));
            assertEquals(List.of(), map.verify());
        }
    }

    @Test
    void usesOneRecordAgainForAllPayloads() throws IOException {
        PayloadRecord record = new PayloadRecord();
        try (PayloadMap map = open(PayloadType.TRADE)) {
            for (int id = 1; id <= 3; id++) {
                record.origin(PayloadSource.LIVE, 65_535, id, 7, 5).rows(1, id, 3, -id, 5);
                assertEquals(id, map.append(record.trade(10L + id, 20L + id, Compression.ZSTD)));
            }
            Origin origin = new Origin(PayloadSource.LIVE, 65_535, 2, 7, 5, 1, 2, 3, -2, 5);
            assertEquals(new Payload.Trade(origin, 12, 22, Compression.ZSTD), map.read(2));
            map.read(2, record);
            assertEquals(map.read(2), record.toPayload());
            assertEquals(
                    List.of(65_535, 2, 7, 1, 2, 3, -2, 5),
                    List.of(
                            record.symbolId(),
                            record.window(),
                            record.version(),
                            record.artifactId(),
                            record.firstRow(),
                            record.rowCount(),
                            record.checksum(),
                            record.digest()));
            assertThrows(IllegalArgumentException.class, () -> map.append(record.quote(1, 2)));
            assertThrows(IllegalArgumentException.class, () -> map.read(4, record));
            assertEquals(3, map.count());
        }
    }

    @Test
    void knowsWhichIdsWereGiven() throws IOException {
        try (PayloadMap map = open(PayloadType.TRADE)) {
            map.append(trade(1, 1, 1));
            assertFalse(map.contains(0));
            assertTrue(map.contains(1));
            assertFalse(map.contains(2));
            assertThrows(IllegalArgumentException.class, () -> map.read(2));
        }
    }

    @Test
    void takesAnIdBeyondItsCapacityAsOneThatWasNeverGiven() throws IOException {
        try (PayloadMap map = open(PayloadType.TRADE)) {
            assertFalse(map.contains(CAPACITY + 1));
            assertFalse(map.contains(-1));
        }
    }

    @Test
    void refusesAPayloadOfAnotherTypeAndAFileOfAnother() throws IOException {
        try (PayloadMap map = open(PayloadType.TRADE)) {
            assertThrows(IllegalArgumentException.class, () -> map.append(shared(SlotColumn.QUOTE, 1)));
            assertEquals(0, map.count());
        }
        Path file = directory.resolve(PayloadType.TRADE.fileName());
        assertThrows(
                JournalException.class,
                () -> PayloadMap.openReadOnly(file, PayloadType.QUOTE, SampleState.DAY)
                        .close());
        assertThrows(
                JournalException.class,
                () -> PayloadMap.openReadOnly(file, PayloadType.TRADE, SampleState.EARLY_CLOSE)
                        .close());
        assertThrows(
                JournalException.class,
                () -> PayloadMap.open(file, PayloadType.TRADE, SampleState.EARLY_CLOSE, CAPACITY)
                        .close());
    }

    @Test
    void saysWhenItIsFull() throws IOException {
        try (PayloadMap map = open(PayloadType.TRADE)) {
            for (int id = 1; id <= CAPACITY; id++) {
                map.append(trade(1, id, 1));
            }
            assertThrows(JournalException.class, () -> map.append(trade(1, 1, 2)));
            assertEquals(CAPACITY, map.count());
        }
    }

    @Test
    void findsTheLastSharedRecordOfASymbol() throws IOException {
        try (PayloadMap map = open(PayloadType.TRADE)) {
            assertEquals(OptionalInt.empty(), map.sharedRecord(1, 0));
            map.append(trade(1, 5, 1));
            int first = map.append(shared(SlotColumn.TRADE, 1));
            assertEquals(OptionalInt.of(first), map.sharedRecord(1, 0));
            int second = map.append(shared(SlotColumn.TRADE, 1));
            map.append(shared(SlotColumn.TRADE, 2));
            assertEquals(OptionalInt.of(second), map.sharedRecord(1, 0));
            assertEquals(OptionalInt.empty(), map.sharedRecord(3, 0));
        }
        try (PayloadMap map = open(PayloadType.TRADE)) {
            assertEquals(OptionalInt.of(3), map.sharedRecord(1, 0));
            assertEquals(OptionalInt.of(4), map.sharedRecord(2, 0));
        }
    }

    @Test
    void keepsTheSharedRecordsOfTheSixAggregatesApart() throws IOException {
        try (PayloadMap map = open(PayloadType.AGGREGATE)) {
            int minute = map.append(shared(SlotColumn.AGGS_1M, 1));
            int hours = map.append(shared(SlotColumn.AGGS_4H, 1));
            assertEquals(OptionalInt.of(minute), map.sharedRecord(1, 1));
            assertEquals(OptionalInt.of(hours), map.sharedRecord(1, 6));
            assertEquals(OptionalInt.empty(), map.sharedRecord(1, 2));
        }
    }

    @Test
    void showsARecordToAReaderAsSoonAsItIsAppended() throws IOException {
        try (PayloadMap writer = open(PayloadType.TRADE);
                PayloadMap reader =
                        PayloadMap.openReadOnly(directory.resolve("trade.map"), PayloadType.TRADE, SampleState.DAY)) {
            assertFalse(reader.contains(1));
            writer.append(trade(1, 5, 1));
            assertTrue(reader.contains(1));
            assertEquals(trade(1, 5, 1), reader.read(1));
            assertEquals(1, reader.count());
        }
    }

    @Test
    void givesEveryConcurrentWriterIdsOfItsOwn() throws Exception {
        try (PayloadMap map = open(PayloadType.TRADE);
                ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Callable<Set<Integer>> writer = () -> {
                Set<Integer> ids = new HashSet<>();
                for (int i = 0; i < 900; i++) {
                    ids.add(map.append(trade(1, i, 1)));
                }
                return ids;
            };
            Set<Integer> all = new HashSet<>();
            for (Future<Set<Integer>> future : threads.invokeAll(List.of(writer, writer))) {
                all.addAll(future.get());
            }
            assertEquals(1800, all.size());
            assertEquals(1800, map.count());
        }
    }

    @Test
    void keepsTheSoundRecordsOfADamagedMapUnderTheirNumbers() throws IOException {
        try (PayloadMap map = open(PayloadType.TRADE)) {
            for (int id = 1; id <= 10; id++) {
                map.append(trade(1, id, 1));
            }
        }
        Path file = directory.resolve("trade.map");
        io.m17.ledger.StateFiles.flip(file, 4096 + 3 * 64 + 20, 1);
        Path damaged = Files.move(file, directory.resolve("trade.map.damaged-1"));
        assertEquals(
                1, PayloadMap.salvage(damaged, file, PayloadType.TRADE, SampleState.DAY, CAPACITY, Storage.SYSTEM));
        try (PayloadMap map = open(PayloadType.TRADE)) {
            assertEquals(List.of(), map.verify());
            for (int id = 1; id <= 10; id++) {
                assertEquals(id != 4, map.contains(id));
            }
            assertEquals(trade(1, 10, 1), map.read(10));
            assertEquals(11, map.append(trade(1, 4, 2)));
        }
    }
}
