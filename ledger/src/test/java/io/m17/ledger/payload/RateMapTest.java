package io.m17.ledger.payload;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.m17.journal.Storage;
import io.m17.ledger.StateFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RateMapTest {
    /// Made by another program, as was the checksum.
    private static final String GOLDEN = "01110100020000000080e570641ddb1700803402f96bdb1701709a727e68de17"
            + "0d02000000000080f4010000f3010000f2010000f1010000f0010000ef010000ee010000ed010000ec010000eb010000"
            + "b218c2ca" + "74726561737572792f323032342e637376";

    @TempDir
    private Path directory;

    private Path file() {
        return directory.resolve("rf_rate.map");
    }

    private static RatePayload golden() {
        int[] tenors = {525, RatePayload.ABSENT, 500, 499, 498, 497, 496, 495, 494, 493, 492, 491};
        return new RatePayload(
                1_719_000_000_000_000_000L,
                1,
                tenors,
                1_719_086_400_000_000_000L,
                2,
                "treasury/2024.csv",
                1_719_927_000_000_000_001L);
    }

    private static RatePayload rate(long effectiveTs, int bps, int version) {
        int[] tenors = new int[RatePayload.TENORS];
        tenors[3] = bps;
        return new RatePayload(effectiveTs, 1, tenors, 0, version, "x", 1);
    }

    @Test
    void writesAndReadsTheGoldenRecord() throws IOException {
        try (RateMap map = RateMap.open(file())) {
            assertEquals(1, map.append(golden()));
        }
        try (FileChannel channel = FileChannel.open(file())) {
            ByteBuffer body = ByteBuffer.allocate(252);
            channel.read(body, 4096 + 4);
            byte[] expected = java.util.Arrays.copyOf(HexFormat.of().parseHex(GOLDEN), 252);
            assertArrayEquals(expected, body.array());
        }
        try (RateMap map = RateMap.open(file())) {
            assertEquals(golden(), map.read(1));
            assertEquals(0xCAC218B2, RateMap.checksum(map.read(1)));
        }
    }

    @Test
    void putsTheLastCurveThatWasPublishedInForce() throws IOException {
        try (RateMap map = RateMap.open(file())) {
            assertEquals(Optional.empty(), map.inForceAt(Long.MAX_VALUE));
            int second = map.append(rate(200, 2, 1));
            int first = map.append(rate(100, 1, 1));
            assertEquals(Optional.empty(), map.inForceAt(99));
            assertEquals(Optional.of(first), map.inForceAt(100));
            assertEquals(Optional.of(first), map.inForceAt(199));
            assertEquals(Optional.of(second), map.inForceAt(200));
            assertEquals(Optional.of(second), map.inForceAt(Long.MAX_VALUE));
            assertEquals(Optional.of(first), map.publishedAt(100));
            assertEquals(Optional.empty(), map.publishedAt(150));
        }
    }

    @Test
    void putsTheLastRevisionInForceAndKeepsTheOthers() throws IOException {
        try (RateMap map = RateMap.open(file())) {
            map.append(rate(100, 1, 1));
            int third = map.append(rate(100, 3, 3));
            int second = map.append(rate(100, 2, 2));
            assertEquals(Optional.of(third), map.inForceAt(100));
            assertEquals(rate(100, 2, 2), map.read(second));
            assertEquals(List.of(rate(100, 3, 3)), map.curves());
        }
        try (RateMap map = RateMap.open(file())) {
            assertEquals(Optional.of(2), map.inForceAt(100));
            assertEquals(3, map.count());
        }
    }

    @Test
    void checksumsWhatACurveSaysAndNotWhereItCameFrom() {
        RatePayload other = new RatePayload(golden().effectiveTs(), 1, golden().tenorBps(), 5, 9, "elsewhere", 17);
        assertEquals(RateMap.checksum(golden()), RateMap.checksum(other));
        assertTrue(golden().sameCurve(other));
        assertFalse(RateMap.checksum(rate(100, 1, 1)) == RateMap.checksum(rate(100, 2, 1)));
        assertFalse(RateMap.checksum(rate(100, 1, 1)) == RateMap.checksum(rate(101, 1, 1)));
    }

    @Test
    void cutsASourceThatIsTooLong() throws IOException {
        RatePayload longSource = new RatePayload(100, 1, new int[12], 0, 1, "ä".repeat(100), 1);
        try (RateMap map = RateMap.open(file())) {
            map.append(longSource);
        }
        try (RateMap map = RateMap.open(file())) {
            assertEquals("ä".repeat(84), map.read(1).sourceUri());
        }
    }

    @Test
    void takesTwelveTenorsAndKeepsThemToItself() {
        assertThrows(IllegalArgumentException.class, () -> new RatePayload(1, 1, new int[11], 0, 1, "", 1));
        int[] tenors = new int[12];
        RatePayload rate = new RatePayload(1, 1, tenors, 0, 1, "", 1);
        tenors[0] = 7;
        rate.tenorBps()[1] = 8;
        assertArrayEquals(new int[12], rate.tenorBps());
    }

    @Test
    void keepsTheSoundCurvesOfADamagedMap() throws IOException {
        try (RateMap map = RateMap.open(file())) {
            map.append(rate(100, 1, 1));
            map.append(rate(200, 2, 1));
            map.append(rate(300, 3, 1));
        }
        StateFiles.flip(file(), 4096 + 256 + 40, 4);
        Path damaged = Files.move(file(), directory.resolve("aside"));
        assertEquals(1, RateMap.salvage(damaged, file(), Storage.SYSTEM));
        try (RateMap map = RateMap.open(file())) {
            assertEquals(Optional.of(1), map.inForceAt(250));
            assertEquals(Optional.of(3), map.inForceAt(300));
            assertFalse(map.contains(2));
            assertThrows(IllegalArgumentException.class, () -> map.read(2));
        }
    }

    @Test
    void showsACurveToAReaderThatWasThereBefore() throws IOException {
        try (RateMap writer = RateMap.open(file());
                RateMap reader = RateMap.openReadOnly(file())) {
            int id = writer.append(rate(100, 1, 1));
            assertTrue(reader.contains(id));
            assertEquals(rate(100, 1, 1), reader.read(id));
            assertEquals(Optional.of(id), reader.inForceAt(100));
        }
    }
}
