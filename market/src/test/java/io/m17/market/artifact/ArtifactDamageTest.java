package io.m17.market.artifact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.m17.market.column.ColumnBatch;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A damaged file gives an [ArtifactException] or the rows that were written, and nothing else.
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class ArtifactDamageTest {
    private static final ColumnBatch ROWS = Samples.random(3, 40, 0.5);
    private static final ArtifactOptions OPTIONS = new ArtifactOptions(1, 16, 32);

    @TempDir
    Path directory;

    @Test
    void everyFlippedByteIsFoundOrDoesNotMatter() throws IOException {
        Path file = directory.resolve("rows.parquet");
        Samples.write(file, ROWS, OPTIONS);
        byte[] whole = Files.readAllBytes(file);
        Random random = new Random(11);
        int refused = 0;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            for (int at = 0; at < whole.length; at++) {
                byte bit = (byte) (1 << random.nextInt(8));
                byte any = (byte) (1 + random.nextInt(255));
                refused += survives(file, channel, at, (byte) (whole[at] ^ bit)) ? 0 : 1;
                refused += survives(file, channel, at, (byte) (whole[at] ^ any)) ? 0 : 1;
                put(channel, at, whole[at]);
            }
        }
        assertTrue(survives(file), "the file is whole again");
        assertTrue(refused > whole.length, "refused " + refused + " of " + 2 * whole.length);
    }

    @Test
    void anyDamagedStretchIsFoundOrDoesNotMatter() throws IOException {
        Path file = directory.resolve("rows.parquet");
        Samples.write(file, ROWS, OPTIONS);
        byte[] whole = Files.readAllBytes(file);
        Random random = new Random(13);
        for (int i = 0; i < 1_000; i++) {
            byte[] damaged = whole.clone();
            byte[] noise = new byte[1 + random.nextInt(64)];
            random.nextBytes(noise);
            System.arraycopy(noise, 0, damaged, random.nextInt(whole.length - noise.length), noise.length);
            Files.write(file, damaged);
            survives(file);
        }
    }

    @Test
    void aScaleThatIsAnotherOneIsFound() throws IOException {
        Path file = directory.resolve("rows.parquet");
        Samples.write(file, ROWS, OPTIONS);
        byte[] whole = Files.readAllBytes(file);
        String text = new String(whole, StandardCharsets.ISO_8859_1);
        int at = text.indexOf("decimal:DECIMAL(6)") + "decimal:DECIMAL(".length();
        assertEquals('6', whole[at]);
        whole[at] = '7';
        Files.write(file, whole);
        assertFalse(survives(file));
    }

    private static boolean survives(Path file, FileChannel channel, int at, byte value) throws IOException {
        put(channel, at, value);
        return survives(file);
    }

    private static void put(FileChannel channel, int at, byte value) throws IOException {
        channel.write(ByteBuffer.wrap(new byte[] {value}), at);
    }

    private static boolean survives(Path file) {
        try (ArtifactReader reader = ArtifactReader.open(file)) {
            ColumnBatch read = reader.read(0, reader.rows());
            assertEquals(ROWS.schema(), read.schema());
            assertEquals(ROWS.size(), read.size());
            assertEquals(Samples.contentOf(ROWS), Samples.contentOf(read));
            return true;
        } catch (ArtifactException e) {
            return false;
        }
    }
}
