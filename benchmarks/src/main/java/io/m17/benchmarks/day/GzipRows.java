package io.m17.benchmarks.day;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;

/// Writes rows of a flat file, compressed as quickly as zlib can, without allocation a row. Confined to one thread.
final class GzipRows implements Closeable {
    private static final int BUFFER_BYTES = 1 << 16;
    private static final int LONGEST_FIELD_BYTES = 64;
    private static final int FASTEST = 1;

    private final OutputStream out;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private final byte[] digits = new byte[20];
    private int position;

    private static final class Fastest extends GZIPOutputStream {
        Fastest(OutputStream file) throws IOException {
            super(file, BUFFER_BYTES);
            def.setLevel(FASTEST);
        }
    }

    private GzipRows(OutputStream out) {
        this.out = out;
    }

    /// Starts a file with its header line; its directories are made.
    static GzipRows create(Path file, String header) throws IOException {
        Files.createDirectories(Objects.requireNonNull(file.toAbsolutePath().getParent()));
        GzipRows rows = new GzipRows(new Fastest(Files.newOutputStream(file)));
        rows.text((header + "\n").getBytes(StandardCharsets.US_ASCII));
        return rows;
    }

    /// A field as it stands; it must need no quotes.
    GzipRows text(byte[] field) throws IOException {
        if (buffer.length - position < field.length) {
            drain();
        }
        System.arraycopy(field, 0, buffer, position, field.length);
        position += field.length;
        return this;
    }

    /// A comma and a number of 0 or more.
    GzipRows number(long value) throws IOException {
        reserve();
        buffer[position++] = ',';
        whole(value);
        return this;
    }

    /// A comma and an amount of 0 or more, in dollars with two decimals.
    GzipRows dollars(long cents) throws IOException {
        number(cents / 100);
        buffer[position++] = '.';
        buffer[position++] = (byte) ('0' + cents / 10 % 10);
        buffer[position++] = (byte) ('0' + cents % 10);
        return this;
    }

    void endRow() throws IOException {
        reserve();
        buffer[position++] = '\n';
    }

    private void whole(long value) {
        int length = 0;
        long rest = value;
        do {
            digits[length++] = (byte) ('0' + rest % 10);
            rest /= 10;
        } while (rest > 0);
        while (length > 0) {
            buffer[position++] = digits[--length];
        }
    }

    private void reserve() throws IOException {
        if (buffer.length - position < LONGEST_FIELD_BYTES) {
            drain();
        }
    }

    private void drain() throws IOException {
        out.write(buffer, 0, position);
        position = 0;
    }

    @Override
    public void close() throws IOException {
        try (out) {
            drain();
        }
    }
}
