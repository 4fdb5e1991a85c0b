package io.m17.proofs.races;

import io.m17.journal.MappedRegion;
import io.m17.journal.PublishedFrames;
import io.m17.journal.RecordFrames;
import io.m17.journal.RecordLog;
import io.m17.journal.SegmentLogMemory;
import io.m17.stress.LogFlaw;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// The process that a tailer must find out: it publishes records of the variable-length log before their bodies are
/// stored, fills one segment with them, and then waits to be killed.
public final class TornTailWriter {
    private static final int MARGIN_BYTES = 1_024;
    private static final long PAUSE_NS = TimeUnit.MICROSECONDS.toNanos(20);

    private TornTailWriter() {}

    /// `TornTailWriter DIRECTORY GENERATION`.
    public static void main(String[] args) throws IOException {
        Path directory = Path.of(args[0]);
        Path file = TailerWriter.variable(directory);
        try (RecordLog log = RecordLog.open(file, TailerWriter.VARIABLE);
                MappedRegion region = MappedRegion.openReadWrite(log.path(), TailerWriter.SEGMENT_BYTES)) {
            RecordFrames frames = new RecordFrames(
                    LogFlaw.TORN_TAIL.over(new SegmentLogMemory(region.segment())), TailedBody.MOST_BYTES);
            PublishedFrames published = new PublishedFrames(frames, log.firstNumber(), file, true);
            Files.createFile(TailerWriter.ready(directory, Integer.parseInt(args[1])));
            for (int sequence = 0; published.endPosition() < TailerWriter.SEGMENT_BYTES - MARGIN_BYTES; sequence++) {
                byte[] body = TailedBody.of(0, sequence, TailedBody.lengthBytes(0, sequence));
                published.append(body, 0, body.length);
                LockSupport.parkNanos(PAUSE_NS); // so that the tailer waits for each
            }
            for (; ; ) { // ends: the process is killed
                LockSupport.park();
            }
        }
    }
}
