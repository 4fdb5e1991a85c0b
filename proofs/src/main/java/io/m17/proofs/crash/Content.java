package io.m17.proofs.crash;

import io.m17.ledger.PayloadType;
import io.m17.ledger.SlotColumn;
import io.m17.ledger.calendar.WindowSpace;
import io.m17.ledger.payload.ArtifactEntry;
import io.m17.ledger.payload.Compression;
import io.m17.ledger.payload.Origin;
import io.m17.ledger.payload.Payload;
import io.m17.ledger.payload.PayloadSource;
import io.m17.ledger.payload.RatePayload;
import java.util.Random;

/// What the workload writes: everything follows from kind and number, so that who finds a record knows whether it was
/// ever written.
final class Content {
    static final long NOW_NS = 1_720_000_000_000_000_000L;
    static final String RATED = "S0";

    /// Slots are filled for these symbols alone; later ones are only listed.
    static final int FILLED_SYMBOLS = 3;

    private static final int SHARED_EVERY = 8;
    private static final int LONGEST_BODY_BYTES = 280;

    private Content() {}

    static String symbol(int id) {
        return (id % 3 == 2 ? "O:S" : "S") + id;
    }

    static RatePayload curve(int id) {
        int[] tenors = new int[RatePayload.TENORS];
        for (int i = 0; i < tenors.length; i++) {
            tenors[i] = (int) (mix(id * 12L + i) & 0x3FF);
        }
        return new RatePayload(NOW_NS + id, 1, tenors, 0, 1, "curve-" + id, NOW_NS);
    }

    static ArtifactEntry.Artifact artifact(long id) {
        String sha256 = "%016x".formatted(mix(id)).repeat(4);
        return new ArtifactEntry.Artifact("artifacts/part-" + id, "trade", id, id, sha256, 0);
    }

    /// Where the record of a number belongs; -1 for the record that a symbol's empty windows share.
    static int minute(PayloadType type, int id) {
        return isShared(type, id) ? Origin.SHARED : anyMinute(type, id);
    }

    /// A minute that the record may be put into in any case.
    static int anyMinute(PayloadType type, int id) {
        return Math.floorMod((int) (hash(type, id) >>> 8), WindowSpace.MINUTES_PER_SESSION / 4);
    }

    static boolean isShared(PayloadType type, int id) {
        return Math.floorMod(hash(type, id) >>> 40, SHARED_EVERY) == 0;
    }

    static int symbolId(PayloadType type, int id) {
        return Math.floorMod((int) (hash(type, id) >>> 20), FILLED_SYMBOLS);
    }

    static SlotColumn column(PayloadType type, int id) {
        return switch (type) {
            case TRADE -> SlotColumn.TRADE;
            case QUOTE -> SlotColumn.QUOTE;
            case AGGRESSOR -> SlotColumn.AGGRESSOR;
            case GREEKS -> SlotColumn.GREEKS;
            case AGGREGATE ->
                SlotColumn.AGGREGATES.get(Math.floorMod((int) (hash(type, id) >>> 30), SlotColumn.AGGREGATES.size()));
            case NONE, RF_RATE -> throw new IllegalArgumentException("no map of a session [type=" + type + "]");
        };
    }

    static int checksum(PayloadType type, int id, int version) {
        return isShared(type, id) ? 0 : (int) mix(hash(type, id) + version);
    }

    /// The record of a number, given what it took from the state it was written in.
    ///
    /// @param sessionWindow the year's index of the session's first window
    static Payload payload(PayloadType type, int id, int sessionWindow, int version, int artifactId) {
        boolean shared = isShared(type, id);
        Origin origin = new Origin(
                PayloadSource.FLAT_FILE,
                symbolId(type, id),
                shared ? Origin.SHARED : sessionWindow + minute(type, id),
                shared ? 1 : version,
                NOW_NS,
                shared ? 0 : artifactId,
                id,
                shared ? 0 : id % 50 + 1,
                checksum(type, id, version),
                id * 31);
        return switch (type) {
            case TRADE -> new Payload.Trade(origin, NOW_NS + id, NOW_NS + 2L * id, Compression.ZSTD);
            case QUOTE -> new Payload.Quote(origin, NOW_NS + id, NOW_NS + 2L * id);
            case AGGRESSOR -> new Payload.Aggressor(origin, NOW_NS, id, id + 1);
            case GREEKS -> new Payload.Greeks(origin, NOW_NS, id, 1);
            case AGGREGATE ->
                new Payload.Aggregate(
                        origin, NOW_NS, id, id + 5, SlotColumn.AGGREGATES.indexOf(column(type, id)) + 1, true);
            case NONE, RF_RATE -> throw new IllegalArgumentException("no map of a session [type=" + type + "]");
        };
    }

    /// A record of a log of its own.
    static byte[] body(String log, long number, int lengthBytes) {
        byte[] body = new byte[lengthBytes];
        new Random(mix(log.hashCode() * 31L + number)).nextBytes(body);
        return body;
    }

    static int bodyBytes(String log, long number) {
        return 1 + Math.floorMod((int) mix(log.hashCode() * 17L + number), LONGEST_BODY_BYTES);
    }

    private static long hash(PayloadType type, int id) {
        return mix(type.ordinal() * 1_000_003L + id);
    }

    private static long mix(long value) {
        long mixed = (value + 0x9E3779B97F4A7C15L) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
