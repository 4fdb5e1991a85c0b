package io.m17.ledger.payload;

import io.m17.journal.FixedLogOptions;
import io.m17.journal.FixedRecordLog;
import io.m17.journal.LogFault;
import io.m17.journal.LogSalvage;
import io.m17.journal.Storage;
import io.m17.ledger.LedgerException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import org.agrona.collections.Int2ObjectHashMap;

/// The yield curves of all sessions, numbered 1, 2, 3 …, and which of them is in force when. Few, so kept in memory
/// too. Thread-safe.
///
/// A record is 256 bytes, the record log's four first; offsets count from byte 4:
///
/// | offset | size | field |
/// | ---: | ---: | --- |
/// | 0 | 1 | schema version |
/// | 1 | 1 | source length in bytes |
/// | 2 | 2 | curve id |
/// | 4 | 4 | version |
/// | 8 | 8 | effective_ts |
/// | 16 | 8 | next_effective_ts |
/// | 24 | 8 | written |
/// | 32 | 48 | tenor_bps, twelve i32 |
/// | 80 | 4 | content checksum: CRC-32C of curve id, effective_ts and tenors |
/// | 84 | 168 | source URI, UTF-8, zero-padded |
public final class RateMap implements AutoCloseable {
    /// The kind that stands in the log's header.
    public static final int KIND = 0x101;

    private static final int RECORD_LENGTH_BYTES = 256;
    private static final int BODY_LENGTH_BYTES = RECORD_LENGTH_BYTES - 4;
    private static final int SCHEMA = 1;
    private static final int TENORS_OFFSET = 32;
    private static final int CHECKSUM_OFFSET = 80;
    private static final int SOURCE_OFFSET = 84;
    private static final int CAPACITY = 1 << 16;

    private final FixedRecordLog log;
    private final TreeMap<Long, Integer> byEffectiveTs = new TreeMap<>();
    private final Int2ObjectHashMap<RatePayload> byId = new Int2ObjectHashMap<>();
    private int indexed;

    private RateMap(FixedRecordLog log) {
        this.log = log;
        try {
            catchUp();
        } catch (RuntimeException e) {
            log.close();
            throw e;
        }
    }

    /// Takes in what was appended since; a reader's writer is another process.
    private synchronized void catchUp() {
        for (int count = count(); indexed < count; indexed++) {
            byte[] body = new byte[BODY_LENGTH_BYTES];
            if (log.read(indexed + 1L, body) && !log.isVoid(indexed + 1L)) {
                index(indexed + 1, decode(ByteBuffer.wrap(body).order(ByteOrder.LITTLE_ENDIAN)));
            }
        }
    }

    public static RateMap open(Path file) throws IOException {
        return open(file, Storage.SYSTEM);
    }

    public static RateMap open(Path file, Storage storage) throws IOException {
        return new RateMap(FixedRecordLog.open(file, options(), storage));
    }

    public static RateMap openReadOnly(Path file) throws IOException {
        return new RateMap(FixedRecordLog.openReadOnly(file, KIND));
    }

    /// Copies the sound records of a damaged map into a new one under the same numbers; returns how many were lost.
    public static long salvage(Path damaged, Path target, Storage storage) throws IOException {
        return LogSalvage.fixed(damaged, target, options(), storage);
    }

    private static FixedLogOptions options() {
        return FixedLogOptions.of(KIND, RECORD_LENGTH_BYTES, CAPACITY);
    }

    /// Appends a curve and returns its id.
    public synchronized int append(RatePayload rate) {
        int id = Math.toIntExact(log.append(encode(rate)));
        catchUp();
        return id;
    }

    /// The curve of an id.
    public synchronized RatePayload read(int id) {
        catchUp();
        RatePayload rate = byId.get(id);
        if (rate == null) {
            throw new IllegalArgumentException("there is no such payload [map=rf_rate, payload_id=" + id + "]");
        }
        return rate;
    }

    public synchronized boolean contains(int id) {
        catchUp();
        return byId.containsKey(id);
    }

    /// The id of the last curve that was published at or before a moment, in its last version.
    public synchronized Optional<Integer> inForceAt(long epochNs) {
        catchUp();
        return Optional.ofNullable(byEffectiveTs.floorEntry(epochNs)).map(Map.Entry::getValue);
    }

    /// The id of the curve published at exactly that moment, in its last version.
    public synchronized Optional<Integer> publishedAt(long effectiveTs) {
        catchUp();
        return Optional.ofNullable(byEffectiveTs.get(effectiveTs));
    }

    public int count() {
        return Math.toIntExact(log.count());
    }

    /// The content checksum that a rate slot carries.
    public static int checksum(RatePayload rate) {
        ByteBuffer content = ByteBuffer.allocate(10 + RatePayload.TENORS * Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) rate.curveId())
                .putLong(rate.effectiveTs());
        for (int bps : rate.tenorBps()) {
            content.putInt(bps);
        }
        CRC32C crc = new CRC32C();
        crc.update(content.flip());
        return (int) crc.getValue();
    }

    public void force() {
        log.force();
    }

    /// What opening the map had to mend, in one line.
    public Optional<String> report() {
        return LogReport.of(log.recovery());
    }

    public List<LogFault> verify() throws IOException {
        return log.verify();
    }

    /// Every curve, oldest publication first, each in its last version.
    public synchronized List<RatePayload> curves() {
        catchUp();
        List<RatePayload> curves = new ArrayList<>();
        byEffectiveTs.values().forEach(id -> curves.add(read(id)));
        return curves;
    }

    @Override
    public void close() {
        log.close();
    }

    private void index(int id, RatePayload rate) {
        byId.put(id, rate);
        byEffectiveTs.merge(rate.effectiveTs(), id, (old, added) -> version(old) > rate.version() ? old : added);
    }

    private int version(int id) {
        return Objects.requireNonNull(byId.get(id), "an indexed curve").version();
    }

    private static byte[] encode(RatePayload rate) {
        byte[] source = rate.sourceUri().getBytes(StandardCharsets.UTF_8);
        int length = Math.min(source.length, BODY_LENGTH_BYTES - SOURCE_OFFSET);
        ByteBuffer body = ByteBuffer.allocate(BODY_LENGTH_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        body.put(0, (byte) SCHEMA)
                .put(1, (byte) length)
                .putShort(2, (short) rate.curveId())
                .putInt(4, rate.version())
                .putLong(8, rate.effectiveTs())
                .putLong(16, rate.nextEffectiveTs())
                .putLong(24, rate.writtenNs());
        int[] tenors = rate.tenorBps();
        for (int i = 0; i < tenors.length; i++) {
            body.putInt(TENORS_OFFSET + i * Integer.BYTES, tenors[i]);
        }
        body.putInt(CHECKSUM_OFFSET, checksum(rate));
        body.put(SOURCE_OFFSET, source, 0, length);
        return body.array();
    }

    private static RatePayload decode(ByteBuffer body) {
        if (body.get(0) != SCHEMA) {
            throw new LedgerException("the curve has a schema version that this m17 does not know "
                    + "[type=rf_rate, schema_version=" + body.get(0) + ", supported=" + SCHEMA + "]");
        }
        int[] tenors = new int[RatePayload.TENORS];
        for (int i = 0; i < tenors.length; i++) {
            tenors[i] = body.getInt(TENORS_OFFSET + i * Integer.BYTES);
        }
        int length = Byte.toUnsignedInt(body.get(1));
        if (length > BODY_LENGTH_BYTES - SOURCE_OFFSET) {
            throw new LedgerException("the curve's record is none that m17 wrote [type=rf_rate, source_length=" + length
                    + "]; m17 run sets the map aside");
        }
        byte[] source = new byte[length];
        body.get(SOURCE_OFFSET, source);
        return new RatePayload(
                body.getLong(8),
                Short.toUnsignedInt(body.getShort(2)),
                tenors,
                body.getLong(16),
                body.getInt(4),
                new String(source, StandardCharsets.UTF_8),
                body.getLong(24));
    }
}
