package io.m17.s3;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ResumingStreamTest {
    private static final Duration PAUSE = Duration.ofMillis(1);
    private static final int ATTEMPTS = 3;

    private final byte[] bytes = new byte[100_000];
    private final List<Long> openings = new ArrayList<>();

    ResumingStreamTest() {
        new Random(7).nextBytes(bytes);
    }

    /// Breaks off after so many bytes of each connection: by an error, or by an early end.
    private ResumingStream.Source breaking(int after, boolean error) {
        return position -> {
            openings.add(position);
            InputStream rest = new ByteArrayInputStream(
                    bytes, Math.toIntExact(position), bytes.length - Math.toIntExact(position));
            return new InputStream() {
                private int left = after;

                @Override
                public int read() throws IOException {
                    throw new UnsupportedOperationException("blocks only");
                }

                @Override
                public int read(byte[] into, int offset, int length) throws IOException {
                    if (left == 0 && error) {
                        throw new IOException("connection reset");
                    }
                    int count = left == 0 ? -1 : rest.read(into, offset, Math.min(left, length));
                    left -= Math.max(0, count);
                    return count;
                }
            };
        };
    }

    private byte[] readAll(ResumingStream.Source source) throws IOException {
        try (ResumingStream stream = ResumingStream.open(source, bytes.length, ATTEMPTS, PAUSE)) {
            return stream.readAllBytes();
        }
    }

    @Test
    void goesOnAtTheByteThatIsDueAfterAConnectionBroke() throws IOException {
        assertArrayEquals(bytes, readAll(breaking(33_000, true)));
        assertEquals(List.of(0L, 33_000L, 66_000L, 99_000L), openings);
    }

    @Test
    void takesAnEarlyEndForABrokenConnection() throws IOException {
        assertArrayEquals(bytes, readAll(breaking(60_000, false)));
        assertEquals(List.of(0L, 60_000L), openings);
    }

    @Test
    void givesUpAfterSoManyAttemptsWithoutAByte() {
        IOException failure = assertThrows(IOException.class, () -> readAll(breaking(0, true)));
        assertEquals("given up after 3 attempts: connection reset", failure.getMessage());
        assertEquals(ATTEMPTS + 1, openings.size());
    }

    @Test
    void doesNotTryAgainWhatIsFinal() {
        ResumingStream.Source gone = position -> {
            openings.add(position);
            throw new IllegalStateException("replaced");
        };
        assertThrows(IllegalStateException.class, () -> readAll(gone));
        assertEquals(1, openings.size());
    }
}
