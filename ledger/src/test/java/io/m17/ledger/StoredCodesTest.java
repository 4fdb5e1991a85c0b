package io.m17.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Codes stand in files that outlive this program.
class StoredCodesTest {
    @Test
    void keepsTheCodesOfStatuses() {
        assertEquals(
                "EMPTY=0 PENDING=1 FILLED=2 CLEARED=3 RETIRED=4",
                Arrays.stream(SlotStatus.values())
                        .map(status -> status + "=" + status.code())
                        .collect(Collectors.joining(" ")));
        assertTrue(SlotStatus.isCode(4));
        assertFalse(SlotStatus.isCode(5));
    }

    @Test
    void keepsTheCodesOfPayloadTypes() {
        assertEquals(
                "NONE=0 RF_RATE=1 TRADE=2 QUOTE=3 AGGRESSOR=4 GREEKS=5 AGGREGATE=6",
                Arrays.stream(PayloadType.values())
                        .map(type -> type + "=" + type.code())
                        .collect(Collectors.joining(" ")));
        assertEquals(PayloadType.NONE, PayloadType.ofCode(7));
        assertEquals(PayloadType.NONE, PayloadType.ofCode(-1));
    }

    @Test
    void keepsTheCodesOfReasons() {
        assertEquals(
                "NONE=0 KNOWN_EMPTY=1 VENDOR_FILE_MISSING=2 NOT_IN_VENDOR_FILE=3 VENDOR_FILE_DAMAGED=4"
                        + " INPUT_MISSING=5 NO_CURVE=6 NOT_ENTITLED=7 DISCONNECTED=8 ENGINE_ERROR=9"
                        + " CLEARED_BY_OPERATOR=10 TORN_WRITE=11 PAYLOAD_LOST=12 DAMAGED=13 OUT_OF_CAPACITY=14"
                        + " VENDOR_FILE_STOPS_EARLY=15 VENDOR_FILE_UNREADABLE=16",
                Arrays.stream(Reason.values())
                        .map(reason -> reason + "=" + reason.code())
                        .collect(Collectors.joining(" ")));
        for (Reason reason : Reason.values()) {
            assertEquals(reason, Reason.ofCode(reason.code()));
        }
        assertFalse(Reason.isCode(17));
    }

    @Test
    void refusesAPayloadWithoutIdTypeOrVersion() {
        assertThrows(IllegalArgumentException.class, () -> new PayloadMeta(PayloadType.TRADE, 0, 1, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new PayloadMeta(PayloadType.NONE, 1, 1, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new PayloadMeta(PayloadType.TRADE, 1, 0, 0, 0));
    }

    @Test
    void takesASlotAsUnavailableOnlyWhenNobodyWillFillIt() {
        assertTrue(slot(SlotStatus.RETIRED, Reason.CLEARED_BY_OPERATOR).unavailable());
        assertTrue(slot(SlotStatus.EMPTY, Reason.NO_CURVE).unavailable());
        assertFalse(slot(SlotStatus.EMPTY, Reason.TORN_WRITE).unavailable());
        assertFalse(slot(SlotStatus.CLEARED, Reason.CLEARED_BY_OPERATOR).unavailable());
        assertFalse(slot(SlotStatus.FILLED, Reason.NONE).unavailable());
    }

    private static Slot slot(SlotStatus status, Reason reason) {
        return new Slot(2L << 40, status, reason, PayloadType.NONE, 0, 0, 0, 0);
    }
}
