package io.m17.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class LayoutTest {
    private static final Pattern ROW = Pattern.compile("\\| (\\d+) \\| ([^|]+) \\| ([a-z ]+) \\|.*");

    @Test
    void hasTheHeaderFieldsWhereVersionOnePutsThem() {
        assertEquals(0, LogHeaderLayout.MAGIC);
        assertEquals(8, LogHeaderLayout.FORMAT_VERSION);
        assertEquals(12, LogHeaderLayout.BYTE_ORDER);
        assertEquals(16, LogHeaderLayout.KIND);
        assertEquals(20, LogHeaderLayout.RECORD_LIMIT);
        assertEquals(24, LogHeaderLayout.EXTENT);
        assertEquals(32, LogHeaderLayout.FIRST_NUMBER);
        assertEquals(40, LogHeaderLayout.SEGMENT);
        assertEquals(48, LogHeaderLayout.OWNER);
        assertEquals(112, LogHeaderLayout.CHECKSUM);
        assertEquals(128, LogHeaderLayout.DURABLE_MARK);
        assertEquals(192, LogHeaderLayout.STATE_MARK);
        assertEquals(256, LogHeaderLayout.END_MARK);
        assertEquals(4_096, LogHeaderLayout.LENGTH_BYTES);
        assertEquals(1, LogHeaderLayout.VERSION);
    }

    @Test
    void hasTheRecordFieldsWhereVersionOnePutsThem() {
        assertEquals(0, FixedLogLayout.CHECKSUM);
        assertEquals(4, FixedLogLayout.BODY);
        assertEquals(0, RecordLogLayout.LENGTH);
        assertEquals(4, RecordLogLayout.CHECKSUM);
        assertEquals(8, RecordLogLayout.NUMBER);
        assertEquals(16, RecordLogLayout.BODY);
        assertEquals(64, RecordLogLayout.INDEX_INTERVAL);
    }

    @Test
    void holdsTheCodesOfVersionOne() {
        assertEquals(0, LogState.OPEN.code());
        assertEquals(1, LogState.CLOSED.code());
        assertEquals(2, LogState.ROLLED.code());
        assertEquals(3, LogState.SEALED.code());
        assertEquals("M17FIXED", FixedLogLayout.MAGIC);
        assertEquals("M17RECRD", RecordLogLayout.MAGIC);
    }

    @Test
    void agreesWithTheTablesOfTheFormatPage() throws IOException {
        Path page = Path.of(System.getProperty("m17.root"), "docs", "format", "record-log.md");
        Map<String, Integer> documented = new TreeMap<>();
        for (String line : Files.readAllLines(page)) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                documented.put(row.group(3), Integer.parseInt(row.group(1)));
            }
        }
        assertEquals(new TreeMap<>(fields()), documented);
    }

    @Test
    void leavesNoByteOfTheHeaderBothReservedAndUsed() {
        int used = 0;
        for (int at = 0; at < LogHeaderLayout.LENGTH_BYTES; at++) {
            if (!LogHeaderLayout.isReserved(at)) {
                used++;
            }
        }
        assertEquals(116 + 3 * 8, used);
        assertTrue(LogHeaderLayout.isReserved(116));
        assertFalse(LogHeaderLayout.isReserved(128));
        assertTrue(LogHeaderLayout.isReserved(4_095));
    }

    @Test
    void alignsWhatIsStoredInOnePiece() {
        for (int offset : List.of(
                LogHeaderLayout.MAGIC,
                LogHeaderLayout.DURABLE_MARK,
                LogHeaderLayout.STATE_MARK,
                LogHeaderLayout.END_MARK)) {
            assertEquals(0, offset % Long.BYTES);
        }
        for (int bodyBytes = 0; bodyBytes < 40; bodyBytes++) {
            assertEquals(0, RecordLogLayout.frameBytes(bodyBytes) % RecordLogLayout.ALIGNMENT_BYTES);
            assertTrue(RecordLogLayout.frameBytes(bodyBytes) >= 16 + bodyBytes);
        }
    }

    @Test
    void placesRecordsByArithmetic() {
        FixedLogLayout layout = new FixedLogLayout(64, 1_000);
        assertEquals(4_096, layout.offsetOf(1));
        assertEquals(4_160, layout.offsetOf(2));
        assertEquals(68_096, layout.endOf(1_000));
        assertEquals(69_632, layout.fileBytes());
        assertEquals(60, layout.bodyBytes());
        assertEquals(2, layout.numberAt(4_160));
        assertEquals(1, layout.numberAt(4_159));
        assertEquals(24, RecordLogLayout.endFrameBytes(1));
        assertEquals(24, RecordLogLayout.endFrameBytes(128));
        assertEquals(32, RecordLogLayout.endFrameBytes(129));
    }

    @Test
    void refusesStridesAndCapacitiesOutOfRange() {
        assertThrows(IllegalArgumentException.class, () -> new FixedLogLayout(12, 1));
        assertThrows(IllegalArgumentException.class, () -> new FixedLogLayout(20, 1));
        assertThrows(IllegalArgumentException.class, () -> new FixedLogLayout(65_544, 1));
        assertThrows(IllegalArgumentException.class, () -> new FixedLogLayout(64, 0));
        assertThrows(IllegalArgumentException.class, () -> new FixedLogLayout(16, 1L << 32));
        assertThrows(IllegalArgumentException.class, () -> new FixedLogLayout(65_536, 1L << 25));
    }

    private static Map<String, Integer> fields() {
        Map<String, Integer> fields = new LinkedHashMap<>();
        fields.put("magic", LogHeaderLayout.MAGIC);
        fields.put("version", LogHeaderLayout.FORMAT_VERSION);
        fields.put("byte order", LogHeaderLayout.BYTE_ORDER);
        fields.put("kind", LogHeaderLayout.KIND);
        fields.put("record limit", LogHeaderLayout.RECORD_LIMIT);
        fields.put("extent", LogHeaderLayout.EXTENT);
        fields.put("first number", LogHeaderLayout.FIRST_NUMBER);
        fields.put("segment", LogHeaderLayout.SEGMENT);
        fields.put("owner", LogHeaderLayout.OWNER);
        fields.put("header checksum", LogHeaderLayout.CHECKSUM);
        fields.put("durable mark", LogHeaderLayout.DURABLE_MARK);
        fields.put("state mark", LogHeaderLayout.STATE_MARK);
        fields.put("end mark", LogHeaderLayout.END_MARK);
        fields.put("checksum", FixedLogLayout.CHECKSUM);
        fields.put("body", FixedLogLayout.BODY);
        fields.put("length", RecordLogLayout.LENGTH);
        fields.put("frame checksum", RecordLogLayout.CHECKSUM);
        fields.put("number", RecordLogLayout.NUMBER);
        fields.put("frame body", RecordLogLayout.BODY);
        return fields;
    }
}
