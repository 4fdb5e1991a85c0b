package io.m17.ledger.payload;

import static io.m17.ledger.payload.PayloadLayout.*;

import io.m17.ledger.LedgerException;
import io.m17.ledger.PayloadType;
import io.m17.ledger.SlotColumn;
import java.nio.ByteBuffer;

/// Turns payload records into bodies of the record log and back.
final class PayloadCodec {
    static final int COMPLETE = 1 << 8;

    private PayloadCodec() {}

    /// Fills a record with a payload.
    static void encode(Payload payload, PayloadRecord record) {
        Origin origin = payload.origin();
        record.origin(origin.source(), origin.symbolId(), origin.window(), origin.version(), origin.writtenNs())
                .rows(origin.artifactId(), origin.firstRow(), origin.rowCount(), origin.checksum(), origin.digest());
        switch (payload) {
            case Payload.Trade trade -> record.trade(trade.firstTs(), trade.lastTs(), trade.compression());
            case Payload.Quote quote -> record.quote(quote.firstTs(), quote.lastTs());
            case Payload.Aggressor aggressor ->
                record.aggressor(aggressor.minuteTs(), aggressor.tradePayloadId(), aggressor.quotePayloadId());
            case Payload.Greeks greeks ->
                record.greeks(greeks.minuteTs(), greeks.rfRatePayloadId(), greeks.greeksVersion());
            case Payload.Aggregate aggregate ->
                record.aggregate(
                        aggregate.minuteTs(),
                        aggregate.spanFrom(),
                        aggregate.spanTo(),
                        aggregate.windowCode(),
                        aggregate.complete());
        }
    }

    /// The payload behind a body of the given type's map; a body that no encoder wrote, or one of the future, is a
    /// [LedgerException].
    static Payload decode(PayloadType type, ByteBuffer body) {
        try {
            return decodeChecked(type, body);
        } catch (IllegalArgumentException e) {
            throw new LedgerException(
                    "a record is no payload that this m17 knows [map=" + type.label() + "]: " + e.getMessage(), e);
        }
    }

    private static Payload decodeChecked(PayloadType type, ByteBuffer body) {
        int schema = body.get(SCHEMA_VERSION);
        if (schema != CURRENT_SCHEMA) {
            throw new IllegalArgumentException("the payload has a schema version that this m17 does not know [type="
                    + type.label() + ", schema_version=" + schema + ", supported=" + CURRENT_SCHEMA + "]");
        }
        Origin origin = new Origin(
                PayloadSource.ofCode(body.get(SOURCE)),
                Short.toUnsignedInt(body.getShort(SYMBOL_ID)),
                body.getInt(WINDOW),
                body.getInt(VERSION),
                body.getLong(WRITTEN_NS),
                body.getInt(ARTIFACT_ID),
                body.getInt(FIRST_ROW),
                body.getInt(ROW_COUNT),
                body.getInt(CHECKSUM),
                body.getInt(DIGEST));
        long a = body.getLong(KIND_A);
        long b = body.getLong(KIND_B);
        int c = body.getInt(KIND_C);
        return switch (type) {
            case TRADE -> new Payload.Trade(origin, a, b, Compression.ofCode(c));
            case QUOTE -> new Payload.Quote(origin, a, requireZero(c, b));
            case AGGRESSOR -> new Payload.Aggressor(origin, a, (int) requireZero(c, b), (int) (b >>> 32));
            case GREEKS -> new Payload.Greeks(origin, a, (int) requireZero(c, b), (int) (b >>> 32));
            case AGGREGATE ->
                new Payload.Aggregate(origin, a, (int) b, (int) (b >>> 32), windowCode(c), (c & COMPLETE) != 0);
            case NONE, RF_RATE ->
                throw new IllegalArgumentException("not a payload of a session's maps [type=" + type + "]");
        };
    }

    private static long requireZero(int reserved, long value) {
        if (reserved != 0) {
            throw new IllegalArgumentException("a reserved field is not zero [value=" + reserved + "]");
        }
        return value;
    }

    private static int windowCode(int packed) {
        int code = packed & ~COMPLETE;
        if (code < 1 || code > SlotColumn.AGGREGATES.size()) {
            throw new IllegalArgumentException("no such rolling window [code=" + code + "]");
        }
        return code;
    }

    static long pair(int low, int high) {
        return (low & 0xFFFFFFFFL) | ((long) high << 32);
    }
}
