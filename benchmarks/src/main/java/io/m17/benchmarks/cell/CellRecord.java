package io.m17.benchmarks.cell;

import java.nio.ByteBuffer;

/// What a peer keeps of a slot: the same 28 bytes of content that m17 keeps.
///
/// | offset | size | field |
/// | ---: | ---: | --- |
/// | 0 | 4 | payload type, status, reason |
/// | 4 | 4 | payload id |
/// | 8 | 4 | version |
/// | 12 | 4 | checksum |
/// | 16 | 8 | last updated |
/// | 24 | 4 | incarnation |
final class CellRecord {
    static final int LENGTH_BYTES = 28;
    static final int PENDING = 1;
    static final int FILLED = 2;
    private static final int STATUS = 0;
    private static final int PAYLOAD_ID = STATUS + Integer.BYTES;
    private static final int VERSION = PAYLOAD_ID + Integer.BYTES;
    private static final int CHECKSUM = VERSION + Integer.BYTES;
    private static final int LAST_UPDATED = CHECKSUM + Integer.BYTES;
    private static final int INCARNATION = LAST_UPDATED + Long.BYTES;

    private CellRecord() {}

    static void write(ByteBuffer record, int status, int payloadId, int version) {
        record.putInt(STATUS, status)
                .putInt(PAYLOAD_ID, payloadId)
                .putInt(VERSION, version)
                .putInt(CHECKSUM, payloadId)
                .putLong(LAST_UPDATED, CellStore.NOW_NS + version)
                .putInt(INCARNATION, 1);
    }

    /// Turns the record of a claimed or filled slot into that of the same slot in another status.
    static void change(ByteBuffer record, int status, int version) {
        record.putInt(STATUS, status).putInt(VERSION, version).putLong(LAST_UPDATED, CellStore.NOW_NS + version);
    }

    static int payloadId(ByteBuffer record) {
        return record.getInt(PAYLOAD_ID);
    }

    /// The payload id of a filled slot, 0 of another.
    static int filledPayloadId(ByteBuffer record) {
        return record.getInt(STATUS) == FILLED ? record.getInt(PAYLOAD_ID) : 0;
    }

    static void require(ByteBuffer record, int status, int version) {
        if (record.getInt(STATUS) != status || record.getInt(VERSION) != version) {
            throw new IllegalStateException("the slot is not as expected [status=" + record.getInt(STATUS)
                    + ", version=" + record.getInt(VERSION) + ", expected=" + version + "]");
        }
    }
}
