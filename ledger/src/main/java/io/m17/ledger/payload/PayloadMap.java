package io.m17.ledger.payload;

import io.m17.journal.FixedLogOptions;
import io.m17.journal.FixedRecordLog;
import io.m17.journal.LogFault;
import io.m17.journal.LogOwner;
import io.m17.journal.LogSalvage;
import io.m17.journal.Storage;
import io.m17.ledger.PayloadType;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// The records of one payload type of one session: appended once, numbered 1, 2, 3 …, never changed. Thread-safe.
public final class PayloadMap implements AutoCloseable {
    private static final int KIND_BASE = 0x100;

    private final PayloadType type;
    private final FixedRecordLog log;
    private final ThreadLocal<PayloadRecord> scratch = ThreadLocal.withInitial(PayloadRecord::new);
    private final SharedRecords shared = new SharedRecords();

    private PayloadMap(PayloadType type, FixedRecordLog log) {
        this.type = type;
        this.log = log;
    }

    /// Opens a map for writing, made when it is absent and recovered when it was not closed.
    ///
    /// @param capacity how many records it can ever hold; counts for a new map only
    public static PayloadMap open(Path file, PayloadType type, LocalDate session, int capacity) throws IOException {
        return open(file, type, session, capacity, Storage.SYSTEM);
    }

    /// The same on a storage.
    public static PayloadMap open(Path file, PayloadType type, LocalDate session, int capacity, Storage storage)
            throws IOException {
        return new PayloadMap(type, FixedRecordLog.open(file, options(type, session, capacity), storage));
    }

    /// Maps a map for reading, beside its writer or without one.
    public static PayloadMap openReadOnly(Path file, PayloadType type, LocalDate session) throws IOException {
        return new PayloadMap(
                type, FixedRecordLog.openReadOnly(file, KIND_BASE + type.code(), LogOwner.of(session.toString())));
    }

    /// Copies the sound records of a damaged map into a new one under the same numbers; the others become void.
    ///
    /// @return how many records were lost
    public static long salvage(
            Path damaged, Path target, PayloadType type, LocalDate session, int capacity, Storage storage)
            throws IOException {
        return LogSalvage.fixed(damaged, target, options(type, session, capacity), storage);
    }

    private static FixedLogOptions options(PayloadType type, LocalDate session, int capacity) {
        return FixedLogOptions.of(KIND_BASE + type.code(), PayloadLayout.RECORD_LENGTH_BYTES, capacity)
                .withOwner(LogOwner.of(session.toString()));
    }

    /// Appends a record and returns its id.
    public int append(Payload payload) {
        PayloadRecord record = scratch.get();
        PayloadCodec.encode(payload, record);
        return append(record);
    }

    /// The same, of a record that is used again. Allocates nothing, unless the empty windows of a symbol share it.
    public int append(PayloadRecord record) {
        if (record.type() != type) {
            throw new IllegalArgumentException(
                    "the map takes another payload type [map=" + type + ", payload_type=" + record.type() + "]");
        }
        return record.window() == Origin.SHARED ? appendShared(record) : appendBody(record);
    }

    private int appendShared(PayloadRecord record) {
        Payload payload = record.toPayload();
        int id = appendBody(record);
        shared.add(payload, id);
        return id;
    }

    private int appendBody(PayloadRecord record) {
        return Math.toIntExact(log.append(record.bytes(), 0));
    }

    /// The id of the last record that the empty windows of a symbol share. The first call reads the whole map.
    ///
    /// @param windowCode of an aggregate; 0 for the other kinds
    public OptionalInt sharedRecord(int symbolId, int windowCode) {
        shared.load(this);
        return shared.find(symbolId, windowCode);
    }

    /// The record of an id; an id that was never given is an [IllegalArgumentException], a damaged record an error.
    public Payload read(int id) {
        PayloadRecord record = scratch.get();
        read(id, record);
        return record.toPayload();
    }

    /// The same, into a record that is used again; its body fits its checksum, its fields are not checked further.
    /// Allocates nothing.
    public void read(int id, PayloadRecord into) {
        if (!log.read(Integer.toUnsignedLong(id), into.bytes(type))) {
            throw new IllegalArgumentException("there is no such payload [map=" + type.label() + ", payload_id="
                    + Integer.toUnsignedString(id) + "]");
        }
    }

    /// Whether the id was given and its record is not void.
    public boolean contains(int id) {
        return log.holds(Integer.toUnsignedLong(id));
    }

    /// How many ids were given.
    public int count() {
        return Math.toIntExact(log.count());
    }

    public long capacity() {
        return log.capacityRecords();
    }

    public void force() {
        log.force();
    }

    /// What opening the map had to mend, in one line.
    public Optional<String> report() {
        return LogReport.of(log.recovery());
    }

    /// Everything that is wrong with the file.
    public List<LogFault> verify() throws IOException {
        return log.verify();
    }

    @Override
    public void close() {
        log.close();
    }
}
