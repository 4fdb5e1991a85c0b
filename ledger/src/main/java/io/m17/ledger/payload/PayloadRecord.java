package io.m17.ledger.payload;

import static io.m17.ledger.payload.PayloadLayout.ARTIFACT_ID;
import static io.m17.ledger.payload.PayloadLayout.BODY_LENGTH_BYTES;
import static io.m17.ledger.payload.PayloadLayout.CHECKSUM;
import static io.m17.ledger.payload.PayloadLayout.CURRENT_SCHEMA;
import static io.m17.ledger.payload.PayloadLayout.DIGEST;
import static io.m17.ledger.payload.PayloadLayout.FIRST_ROW;
import static io.m17.ledger.payload.PayloadLayout.KIND_A;
import static io.m17.ledger.payload.PayloadLayout.KIND_B;
import static io.m17.ledger.payload.PayloadLayout.KIND_C;
import static io.m17.ledger.payload.PayloadLayout.ROW_COUNT;
import static io.m17.ledger.payload.PayloadLayout.SCHEMA_VERSION;
import static io.m17.ledger.payload.PayloadLayout.SOURCE;
import static io.m17.ledger.payload.PayloadLayout.SYMBOL_ID;
import static io.m17.ledger.payload.PayloadLayout.VERSION;
import static io.m17.ledger.payload.PayloadLayout.WINDOW;
import static io.m17.ledger.payload.PayloadLayout.WRITTEN_NS;

import io.m17.ledger.PayloadType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// One payload record as it stands in a map, in an object that is used again for the next: what [Payload] is, without
/// its allocation. Fill it and append it, or read into it. Confined to one thread.
///
/// Setting a kind's fields sets all of them; [#origin] and [#rows] set the rest. What is not set is what the object
/// held before.
public final class PayloadRecord {
    private final byte[] bytes = new byte[BODY_LENGTH_BYTES];
    private final ByteBuffer body = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    private PayloadType type = PayloadType.NONE;

    /// Sets whose record it is; see [Origin].
    public PayloadRecord origin(PayloadSource source, int symbolId, int window, int version, long writtenNs) {
        body.put(SCHEMA_VERSION, (byte) CURRENT_SCHEMA)
                .put(SOURCE, (byte) source.code())
                .putShort(SYMBOL_ID, (short) symbolId)
                .putInt(WINDOW, window)
                .putInt(VERSION, version)
                .putLong(WRITTEN_NS, writtenNs);
        return this;
    }

    /// Sets where its rows stand and what they are; see [Origin].
    public PayloadRecord rows(int artifactId, int firstRow, int rowCount, int checksum, int digest) {
        body.putInt(ARTIFACT_ID, artifactId)
                .putInt(FIRST_ROW, firstRow)
                .putInt(ROW_COUNT, rowCount)
                .putInt(CHECKSUM, checksum)
                .putInt(DIGEST, digest);
        return this;
    }

    /// Makes it a trade record; see [Payload.Trade].
    public PayloadRecord trade(long firstTs, long lastTs, Compression compression) {
        return kind(PayloadType.TRADE, firstTs, lastTs, compression.code());
    }

    /// Makes it a quote record; see [Payload.Quote].
    public PayloadRecord quote(long firstTs, long lastTs) {
        return kind(PayloadType.QUOTE, firstTs, lastTs, 0);
    }

    /// Makes it an aggressor record; see [Payload.Aggressor].
    public PayloadRecord aggressor(long minuteTs, int tradePayloadId, int quotePayloadId) {
        return kind(PayloadType.AGGRESSOR, minuteTs, PayloadCodec.pair(tradePayloadId, quotePayloadId), 0);
    }

    /// Makes it a Greeks record; see [Payload.Greeks].
    public PayloadRecord greeks(long minuteTs, int rfRatePayloadId, int greeksVersion) {
        return kind(PayloadType.GREEKS, minuteTs, PayloadCodec.pair(rfRatePayloadId, greeksVersion), 0);
    }

    /// Makes it an aggregate record; see [Payload.Aggregate].
    public PayloadRecord aggregate(long minuteTs, int spanFrom, int spanTo, int windowCode, boolean complete) {
        int window = windowCode | (complete ? PayloadCodec.COMPLETE : 0);
        return kind(PayloadType.AGGREGATE, minuteTs, PayloadCodec.pair(spanFrom, spanTo), window);
    }

    private PayloadRecord kind(PayloadType kind, long a, long b, int c) {
        type = kind;
        body.putLong(KIND_A, a).putLong(KIND_B, b).putInt(KIND_C, c);
        return this;
    }

    /// The map that takes it; [PayloadType#NONE] before a kind is set.
    public PayloadType type() {
        return type;
    }

    public int symbolId() {
        return Short.toUnsignedInt(body.getShort(SYMBOL_ID));
    }

    /// The window's index in the year, or [Origin#SHARED].
    public int window() {
        return body.getInt(WINDOW);
    }

    public int version() {
        return body.getInt(VERSION);
    }

    /// Write time, nanoseconds since the Unix epoch.
    public long writtenNs() {
        return body.getLong(WRITTEN_NS);
    }

    public int artifactId() {
        return body.getInt(ARTIFACT_ID);
    }

    public int firstRow() {
        return body.getInt(FIRST_ROW);
    }

    public int rowCount() {
        return body.getInt(ROW_COUNT);
    }

    /// The content checksum of the rows.
    public int checksum() {
        return body.getInt(CHECKSUM);
    }

    /// See [Origin#digest()].
    public int digest() {
        return body.getInt(DIGEST);
    }

    /// The same, to keep, with every field checked.
    public Payload toPayload() {
        return PayloadCodec.decode(type, body);
    }

    /// The body, to be read into by the map of a type.
    byte[] bytes(PayloadType of) {
        type = of;
        return bytes;
    }

    byte[] bytes() {
        return bytes;
    }
}
