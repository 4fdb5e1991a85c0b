package io.m17.journal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Up to 64 bytes of the caller's own in a log's header, zero-padded: whose log it is. Opening checks them.
public final class LogOwner {
    /// The bytes there is room for.
    public static final int LENGTH_BYTES = 64;

    /// No owner: all zero.
    public static final LogOwner NONE = new LogOwner(new byte[LENGTH_BYTES]);

    private final byte[] bytes;

    private LogOwner(byte[] bytes) {
        this.bytes = bytes;
    }

    /// An owner of at most 64 bytes.
    public static LogOwner of(byte[] bytes) {
        if (bytes.length > LENGTH_BYTES) {
            throw new IllegalArgumentException(
                    "A log's owner has at most 64 bytes [lengthBytes=%d]".formatted(bytes.length));
        }
        return new LogOwner(Arrays.copyOf(bytes, LENGTH_BYTES));
    }

    /// An owner of at most 64 bytes of UTF-8.
    public static LogOwner of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /// A copy of the 64 bytes.
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LogOwner owner && Arrays.equals(bytes, owner.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return new String(bytes, StandardCharsets.UTF_8).replace("\0", "");
    }
}
