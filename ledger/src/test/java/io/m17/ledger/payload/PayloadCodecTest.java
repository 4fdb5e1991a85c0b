package io.m17.ledger.payload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.m17.ledger.LedgerException;
import io.m17.ledger.PayloadType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PayloadCodecTest {
    /// The origin of the golden records; the bytes were made by another program.
    private static final Origin ORIGIN = new Origin(
            PayloadSource.FLAT_FILE, 513, 48_751, 3, 1_719_927_000_000_000_001L, 7, 1200, 251, 0xCAFEBABE, 0x1234);

    private static final String ORIGIN_BYTES =
            "010101026fbe00000300000001709a727e68de1707000000b0040000fb000000bebafeca34120000";
    private static final String AT_1000 = "e803000000000000";
    private static final Map<Payload, String> GOLDEN = Map.of(
            new Payload.Trade(ORIGIN, 1000, 2000, Compression.ZSTD), AT_1000 + "d00700000000000002000000",
            new Payload.Quote(ORIGIN, 1000, 2000), AT_1000 + "d00700000000000000000000",
            new Payload.Aggressor(ORIGIN, 1000, 11, 12), AT_1000 + "0b0000000c00000000000000",
            new Payload.Greeks(ORIGIN, 1000, 11, 12), AT_1000 + "0b0000000c00000000000000",
            new Payload.Aggregate(ORIGIN, 1000, 390, 780, 6, true), AT_1000 + "860100000c03000006010000");

    @Test
    void hasItsFieldsWhereTheFormatSays() {
        assertEquals(64, PayloadLayout.RECORD_LENGTH_BYTES);
        assertEquals(60, PayloadLayout.BODY_LENGTH_BYTES);
        int[] offsets = {
            PayloadLayout.SCHEMA_VERSION,
            PayloadLayout.SOURCE,
            PayloadLayout.SYMBOL_ID,
            PayloadLayout.WINDOW,
            PayloadLayout.VERSION,
            PayloadLayout.WRITTEN_NS,
            PayloadLayout.ARTIFACT_ID,
            PayloadLayout.FIRST_ROW,
            PayloadLayout.ROW_COUNT,
            PayloadLayout.CHECKSUM,
            PayloadLayout.DIGEST,
            PayloadLayout.KIND_A,
            PayloadLayout.KIND_B,
            PayloadLayout.KIND_C
        };
        int[] expected = {0, 1, 2, 4, 8, 12, 20, 24, 28, 32, 36, 40, 48, 56};
        org.junit.jupiter.api.Assertions.assertArrayEquals(expected, offsets);
    }

    @Test
    void writesTheGoldenRecords() {
        GOLDEN.forEach((payload, bytes) -> assertEquals(
                ORIGIN_BYTES + bytes, HexFormat.of().formatHex(encode(payload).array()), payload::toString));
    }

    @Test
    void readsTheGoldenRecords() {
        GOLDEN.forEach((payload, bytes) ->
                assertEquals(payload, PayloadCodec.decode(payload.type(), buffer(ORIGIN_BYTES + bytes))));
    }

    @Test
    void refusesARecordOfALaterSchema() {
        ByteBuffer body = encode(new Payload.Quote(ORIGIN, 1, 2)).put(0, (byte) 2);
        LedgerException refused =
                assertThrows(LedgerException.class, () -> PayloadCodec.decode(PayloadType.QUOTE, body));
        assertTrue(String.valueOf(refused.getMessage()).contains("schema_version=2, supported=1"));
    }

    @Test
    void refusesCodesThatDoNotExist() {
        ByteBuffer source = encode(new Payload.Quote(ORIGIN, 1, 2)).put(1, (byte) 4);
        assertThrows(LedgerException.class, () -> PayloadCodec.decode(PayloadType.QUOTE, source));
        ByteBuffer compression =
                encode(new Payload.Trade(ORIGIN, 1, 2, Compression.NONE)).put(56, (byte) 3);
        assertThrows(LedgerException.class, () -> PayloadCodec.decode(PayloadType.TRADE, compression));
        ByteBuffer rate = encode(new Payload.Quote(ORIGIN, 1, 2));
        assertThrows(LedgerException.class, () -> PayloadCodec.decode(PayloadType.RF_RATE, rate));
    }

    @Test
    void refusesReservedFieldsAndRollingWindowsThatNoEncoderWrites() {
        ByteBuffer reserved = encode(new Payload.Quote(ORIGIN, 1, 2)).put(58, (byte) 1);
        assertThrows(LedgerException.class, () -> PayloadCodec.decode(PayloadType.QUOTE, reserved));
        for (int code : new int[] {0, 7, 255}) {
            ByteBuffer window =
                    encode(new Payload.Aggregate(ORIGIN, 1, 2, 3, 1, true)).put(56, (byte) code);
            assertThrows(LedgerException.class, () -> PayloadCodec.decode(PayloadType.AGGREGATE, window));
        }
    }

    @Property(tries = 500, seed = "17")
    void readsBackEveryPayloadThatItWrites(
            @ForAll PayloadSource source,
            @ForAll @IntRange(max = 0xFFFF) int symbolId,
            @ForAll @IntRange(min = -1) int window,
            @ForAll int any,
            @ForAll long time,
            @ForAll long more,
            @ForAll Compression compression,
            @ForAll @IntRange(min = 1, max = 6) int windowCode,
            @ForAll boolean complete) {
        Origin origin = new Origin(source, symbolId, window, any, time, any + 1, any + 2, any + 3, any + 4, any + 5);
        int low = (int) more;
        int high = (int) (more >>> 32);
        roundTrip(new Payload.Trade(origin, time, more, compression));
        roundTrip(new Payload.Quote(origin, more, time));
        roundTrip(new Payload.Aggressor(origin, time, low, high));
        roundTrip(new Payload.Greeks(origin, time, high, low));
        roundTrip(new Payload.Aggregate(origin, time, low, high, windowCode, complete));
    }

    private static void roundTrip(Payload payload) {
        assertEquals(payload, PayloadCodec.decode(payload.type(), encode(payload)));
    }

    private static ByteBuffer encode(Payload payload) {
        PayloadRecord record = new PayloadRecord();
        PayloadCodec.encode(payload, record);
        return ByteBuffer.wrap(record.bytes()).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static ByteBuffer buffer(String hex) {
        return ByteBuffer.wrap(HexFormat.of().parseHex(hex)).order(ByteOrder.LITTLE_ENDIAN);
    }
}
