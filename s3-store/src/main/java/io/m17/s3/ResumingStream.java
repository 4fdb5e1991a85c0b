package io.m17.s3;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.Abortable;

/// The bytes of an object as one stream: where a connection breaks off, or ends before the object does, it is opened
/// again at the byte that is due. Attempts are bounded and pause twice as long each time; bytes that arrive give all of
/// them back. Confined to one thread.
final class ResumingStream extends InputStream {
    /// Something that can be read from any byte on.
    interface Source {
        /// Opens at a byte. An `IOException` may be tried again; anything else is final.
        InputStream openAt(long position) throws IOException;
    }

    private final Source source;
    private final long lengthBytes;
    private final int attempts;
    private final Duration firstPause;
    private @Nullable InputStream stream;
    private long position;
    private int failures;

    private ResumingStream(Source source, long lengthBytes, int attempts, Duration firstPause) {
        this.source = source;
        this.lengthBytes = lengthBytes;
        this.attempts = attempts;
        this.firstPause = firstPause;
    }

    /// Opens at the first byte.
    static ResumingStream open(Source source, long lengthBytes, int attempts, Duration firstPause) throws IOException {
        ResumingStream opened = new ResumingStream(source, lengthBytes, attempts, firstPause);
        opened.connect();
        return opened;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (position < lengthBytes) {
            try {
                int count = connect().read(into, offset, (int) Math.min(length, lengthBytes - position));
                if (count > 0) {
                    position += count;
                    failures = 0;
                    return count;
                }
                failed(new IOException(
                        "the connection ended early [received=" + position + ", length_bytes=" + lengthBytes + "]"));
            } catch (InterruptedIOException e) {
                throw e;
            } catch (IOException e) {
                failed(e);
            }
        }
        return -1;
    }

    private InputStream connect() throws IOException {
        InputStream open = stream;
        while (open == null) {
            try {
                open = source.openAt(position);
                stream = open;
            } catch (IOException e) {
                failed(e);
            }
        }
        return open;
    }

    /// Gives the connection up and waits; throws when that was the last attempt.
    private void failed(IOException cause) throws IOException {
        disconnect();
        if (failures >= attempts) {
            throw new IOException("given up after " + failures + " attempts: " + cause.getMessage(), cause);
        }
        long pauseMs = firstPause.toMillis() << Math.min(failures, 16);
        failures++;
        try {
            Thread.sleep(pauseMs);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            InterruptedIOException interrupted = new InterruptedIOException("interrupted while waiting for the store");
            interrupted.initCause(e);
            throw interrupted;
        }
    }

    /// Closing would read the rest of a body first.
    private void disconnect() throws IOException {
        InputStream open = stream;
        stream = null;
        if (open instanceof Abortable abortable) {
            abortable.abort();
        } else if (open != null) {
            open.close();
        }
    }

    @Override
    public void close() throws IOException {
        disconnect();
    }
}
