package io.m17.market.artifact;

/// Bytes `[offset, offset + lengthBytes)` of a file.
record FileRange(long offset, int lengthBytes) {
    static final FileRange NONE = new FileRange(0, 0);

    boolean isEmpty() {
        return lengthBytes == 0;
    }

    boolean isInside(long from, long to) {
        return offset >= from && lengthBytes > 0 && offset <= to - lengthBytes;
    }
}
