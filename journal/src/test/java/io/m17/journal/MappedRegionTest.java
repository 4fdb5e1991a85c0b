package io.m17.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MappedRegionTest {
    private static final long MIB = 1 << 20;

    @TempDir
    private Path directory;

    @Test
    void mapsASparseFileAndSharesItsBytesWithAReadOnlyMapping() throws IOException {
        Path file = directory.resolve("region");
        try (MappedRegion region = MappedRegion.openReadWrite(file, 2_048 * MIB);
                MappedRegion other = MappedRegion.openReadOnly(file)) {
            region.preallocate(1_024 * MIB, MIB);
            region.touch(1_024 * MIB, MIB);
            region.segment().set(ValueLayout.JAVA_INT, 1_024 * MIB, 42);
            region.force(1_024 * MIB, 4);
            assertEquals(42, other.segment().get(ValueLayout.JAVA_INT, 1_024 * MIB));
            assertTrue(other.isReadOnly());
            MemorySegment readOnly = other.segment();
            assertThrows(IllegalArgumentException.class, () -> readOnly.set(ValueLayout.JAVA_INT, 0, 1));
            assertEquals(2_048 * MIB, Files.size(file));
        }
    }

    @Test
    void findsDataAndHoles() throws IOException {
        Path file = directory.resolve("region");
        try (MappedRegion region = MappedRegion.openReadWrite(file, 64 * MIB)) {
            assertEquals(-1, region.nextData(0));
            region.preallocate(32 * MIB, 4_096);
            region.segment().set(ValueLayout.JAVA_INT, 32 * MIB, 1);
            region.force(32 * MIB, 4_096);
            assertEquals(32 * MIB, region.nextData(0));
            assertEquals(32 * MIB + 4_096, region.nextHole(32 * MIB));
            assertEquals(-1, region.nextData(33 * MIB));
        }
    }

    @Test
    void touchingChangesNothing() throws IOException {
        try (MappedRegion region = MappedRegion.openReadWrite(directory.resolve("region"), MIB)) {
            region.segment().fill((byte) 0x5A);
            region.touch(0, MIB);
            assertEquals(-1, region.segment().mismatch(MemorySegment.ofArray(filled())));
        }
    }

    @Test
    void throwsAndNeverFaultsAfterTheLastRelease() throws IOException {
        MappedRegion region = MappedRegion.openReadWrite(directory.resolve("region"), MIB);
        MemorySegment segment = region.segment();
        region.acquire();
        region.close();
        region.close();
        assertEquals(0, segment.get(ValueLayout.JAVA_INT, 0));
        region.release();
        assertThrows(IllegalStateException.class, () -> segment.get(ValueLayout.JAVA_INT, 0));
        assertThrows(IllegalStateException.class, region::segment);
        assertThrows(IllegalStateException.class, region::acquire);
        assertThrows(IllegalStateException.class, () -> region.force(0, 1));
        assertThrows(IllegalStateException.class, () -> region.nextData(0));
    }

    @Test
    void unmapsAndClosesTheFileWhateverThreadReleasesLast() throws Exception {
        Path file = directory.resolve("region");
        MappedRegion region = MappedRegion.openReadWrite(file, MIB);
        assertTrue(isMapped(file));
        Thread closer = Thread.ofPlatform().start(region::close);
        closer.join();
        for (int look = 0; look < 100 && isMapped(file); look++) {
            Thread.sleep(50); // Chronicle may unmap on a thread of its own
        }
        assertFalse(isMapped(file));
        assertFalse(isOpen(file));
    }

    @Test
    void growsAShorterFileAndLeavesALongerOne() throws IOException {
        Path file = directory.resolve("region");
        Files.write(file, new byte[] {1, 2, 3});
        try (MappedRegion region = MappedRegion.openReadWrite(file, 8_192)) {
            assertEquals(3, region.segment().get(ValueLayout.JAVA_BYTE, 2));
        }
        try (MappedRegion region = MappedRegion.openReadWrite(file, 4_096)) {
            assertEquals(4_096, region.sizeBytes());
        }
        assertEquals(8_192, Files.size(file));
    }

    @Test
    void mapsAFileOfAnyLengthForReading() throws IOException {
        Path file = directory.resolve("region");
        Files.write(file, new byte[] {1, 2, 3});
        try (MappedRegion region = MappedRegion.openReadOnly(file)) {
            assertEquals(3, region.segment().byteSize());
            assertEquals(2, region.segment().get(ValueLayout.JAVA_BYTE, 1));
        }
    }

    @Test
    void refusesWhatCannotBeMapped() throws IOException {
        Path file = directory.resolve("region");
        assertThrows(NoSuchFileException.class, () -> MappedRegion.openReadOnly(file));
        assertThrows(IllegalArgumentException.class, () -> MappedRegion.openReadWrite(file, 4_097));
        assertThrows(IllegalArgumentException.class, () -> MappedRegion.openReadWrite(file, 0));
        Files.createFile(file);
        assertThrows(IOException.class, () -> MappedRegion.openReadOnly(file));
    }

    private static byte[] filled() {
        byte[] bytes = new byte[1 << 20];
        Arrays.fill(bytes, (byte) 0x5A);
        return bytes;
    }

    private static boolean isMapped(Path file) throws IOException {
        return Files.readString(Path.of("/proc/self/maps")).contains(file.toString());
    }

    private static boolean isOpen(Path file) throws IOException {
        try (var descriptors = Files.list(Path.of("/proc/self/fd"))) {
            return descriptors.anyMatch(descriptor -> isLinkTo(descriptor, file));
        }
    }

    private static boolean isLinkTo(Path descriptor, Path file) {
        try {
            return Files.readSymbolicLink(descriptor).equals(file);
        } catch (IOException e) { // the descriptor of the listing itself
            return false;
        }
    }
}
