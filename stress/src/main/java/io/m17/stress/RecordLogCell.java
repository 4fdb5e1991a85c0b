package io.m17.stress;

import io.m17.journal.LogMemory;
import io.m17.journal.PublishedFrames;
import io.m17.journal.RecordFrames;
import java.nio.file.Path;

/// A variable-length log on the mapped file with room for three records of eight bytes, whose bodies repeat one number:
/// the writer's view of it and a reader's.
public final class RecordLogCell {
    /// A published record that does not fit its checksum or is of two bodies.
    public static final int TORN = -1;

    private static final int BODY_BYTES = 8;
    private static final Path NAMELESS = Path.of("nameless");

    private final LogMemory memory = MappedPieces.nextLog();
    private final RecordFrames frames = new RecordFrames(memory, BODY_BYTES);
    private final PublishedFrames writer;
    private final PublishedFrames reader = new PublishedFrames(frames, 1, NAMELESS, false);
    private final long start = reader.endPosition();

    public RecordLogCell(LogFlaw flaw) {
        this.writer = new PublishedFrames(new RecordFrames(flaw.over(memory), BODY_BYTES), 1, NAMELESS, true);
    }

    /// Appends a record and returns its number.
    public int append(int value) {
        synchronized (writer) {
            return (int) writer.append(Body.of(BODY_BYTES, value), 0, BODY_BYTES);
        }
    }

    /// How many records another process counts. For one thread.
    public int count() {
        reader.advance();
        return (int) (reader.nextNumber() - 1);
    }

    /// Reads on from the first record; the values seen as decimal digits, or [#TORN].
    public int tail() {
        int digits = 0;
        long position = start;
        for (long number = 1; ; number++) { // ends: the piece has room for three
            int bodyBytes = frames.bodyBytes(position);
            if (bodyBytes == RecordFrames.UNPUBLISHED) {
                return digits;
            }
            byte[] body = new byte[BODY_BYTES];
            if (bodyBytes != BODY_BYTES || !frames.copy(position, number, bodyBytes, body, 0)) {
                return TORN;
            }
            digits = 10 * digits + Body.value(body);
            position += 16 + BODY_BYTES;
        }
    }
}
