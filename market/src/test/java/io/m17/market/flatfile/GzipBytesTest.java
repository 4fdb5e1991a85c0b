package io.m17.market.flatfile;

import static io.m17.market.flatfile.GzipFiles.concatenate;
import static io.m17.market.flatfile.GzipFiles.gzip;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.m17.market.flatfile.FlatFileException.Fault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GzipBytesTest {
    /// RFC 1952: extra field of 3 bytes, name, comment and header checksum, before one stored block "hi".
    private static final byte[] EVERY_OPTIONAL_FIELD = {
        0x1f,
        (byte) 0x8b,
        8,
        0x1e,
        0,
        0,
        0,
        0,
        0,
        3,
        3,
        0,
        9,
        9,
        9,
        'n',
        0,
        'c',
        'o',
        0,
        1,
        2, // header
        1,
        2,
        0,
        (byte) 0xfd,
        (byte) 0xff,
        'h',
        'i', // stored block
        (byte) 0xac,
        0x2a,
        (byte) 0x93,
        (byte) 0xd8,
        2,
        0,
        0,
        0 // CRC-32 d8932aac, length 2
    };

    /// One flag, time, speed and system of the compressor, and the bits behind the last block say nothing.
    private static final int UNCHECKED_BYTES = 8;

    @TempDir
    Path directory;

    @Test
    void readsOneMember() throws IOException {
        byte[] text = "hello\n".repeat(200_000).getBytes(StandardCharsets.US_ASCII);
        assertArrayEquals(text, read(gzip(text)));
    }

    @Test
    void readsSeveralMembersEndToEnd() throws IOException {
        byte[] file = concatenate(concatenate(gzip("one,"), gzip("")), gzip("two"));
        assertEquals("one,two", new String(read(file), StandardCharsets.US_ASCII));
    }

    @Test
    void skipsTheOptionalFieldsOfAHeader() throws IOException {
        assertEquals("hi", new String(read(EVERY_OPTIONAL_FIELD), StandardCharsets.US_ASCII));
    }

    @Test
    void refusesEveryTruncation() throws IOException {
        byte[] file = concatenate(gzip("one,two,three\n"), gzip("four\n"));
        int whole = gzip("one,two,three\n").length;
        for (int length = 2; length < file.length; length++) {
            byte[] cut = Arrays.copyOf(file, length);
            if (length == whole) {
                assertEquals("one,two,three\n", new String(read(cut), StandardCharsets.US_ASCII));
            } else {
                assertEquals(Fault.TRUNCATED, fault(cut), "length " + length);
            }
        }
    }

    @Test
    void refusesEveryFlippedByteOfTheDataOrGivesTheSame() throws IOException {
        SplittableRandom random = new SplittableRandom(17);
        byte[] text = new byte[3_000];
        for (int i = 0; i < text.length; i++) {
            text[i] = (byte) ('0' + random.nextInt(10));
        }
        byte[] file = gzip(text);
        int refused = 0;
        for (int at = 0; at < file.length; at++) {
            byte[] flipped = file.clone();
            flipped[at] ^= (byte) (1 << random.nextInt(8));
            refused += givesTheSame(text, write(flipped)) ? 0 : 1;
        }
        assertTrue(refused >= file.length - UNCHECKED_BYTES, "refused " + refused + " of " + file.length);
    }

    private static boolean givesTheSame(byte[] text, Path path) throws IOException {
        try {
            assertArrayEquals(text, read(path));
            return true;
        } catch (FlatFileException e) {
            assertTrue(String.valueOf(e.getMessage()).contains("[file="), e.getMessage());
            return false;
        }
    }

    @Test
    void refusesWhatIsNoGzip() throws IOException {
        assertEquals(Fault.NOT_GZIP, fault("ticker,price\n".getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void refusesGarbageBehindTheLastMember() throws IOException {
        byte[] file = concatenate(gzip("one"), "garbage".getBytes(StandardCharsets.US_ASCII));
        assertEquals(Fault.CORRUPT, fault(file));
    }

    @Test
    void countsTheStoredBytes() throws IOException {
        byte[] file = concatenate(gzip("one"), gzip("two"));
        try (FileBytes bytes = FileBytes.open(StoredFile.at(write(file)))) {
            assertEquals(0, bytes.consumedBytes());
            byte[] buffer = new byte[16];
            assertEquals(3, bytes.read(buffer, 0, 16));
            assertTrue(bytes.consumedBytes() <= gzip("one").length);
            while (bytes.read(buffer, 0, 16) >= 0) {
                assertTrue(bytes.consumedBytes() <= file.length);
            }
            assertEquals(file.length, bytes.consumedBytes());
        }
    }

    private Fault fault(byte[] file) throws IOException {
        Path path = write(file);
        return assertThrows(FlatFileException.class, () -> read(path)).fault();
    }

    private byte[] read(byte[] file) throws IOException {
        return read(write(file));
    }

    private static byte[] read(Path path) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] buffer = new byte[1_000];
        try (FileBytes bytes = FileBytes.open(StoredFile.at(path))) {
            for (int count = bytes.read(buffer, 0, 1_000); count >= 0; count = bytes.read(buffer, 0, 1_000)) {
                all.write(buffer, 0, count);
            }
        }
        return all.toByteArray();
    }

    private Path write(byte[] file) throws IOException {
        return Files.write(directory.resolve("file.csv.gz"), file);
    }
}
