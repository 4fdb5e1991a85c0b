package io.m17.simulator;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.GZIPOutputStream;

/// Writes a gzip CSV field by field, without allocation a row. Confined to one thread.
///
/// The file stands under a temporary name until [#commit()]; closing without it removes the file.
final class CsvGzip implements Closeable {
    private static final int BUFFER_BYTES = 1 << 16;
    private static final int FIELD_BYTES_MAX = 256;
    private static final int COMPRESSION_LEVEL = 3;
    private static final int DECIMAL_DIGITS = 6;

    private final Path target;
    private final Path temporary;
    private final OutputStream out;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private final byte[] digits = new byte[20];
    private int position;
    private boolean rowOpen;
    private boolean committed;
    private long rows;
    private long csvBytes;

    private CsvGzip(Path target, Path temporary) throws IOException {
        this.target = target;
        this.temporary = temporary;
        this.out = new LevelledGzip(new BufferedOutputStream(Files.newOutputStream(temporary), BUFFER_BYTES));
    }

    private static final class LevelledGzip extends GZIPOutputStream {
        LevelledGzip(OutputStream sink) throws IOException {
            super(sink, BUFFER_BYTES);
            def.setLevel(COMPRESSION_LEVEL);
        }
    }

    /// Starts a file with its header line; parent directories are made.
    static CsvGzip create(Path target, String header) throws IOException {
        Path parent = target.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        CsvGzip csv = new CsvGzip(target, target.resolveSibling(target.getFileName() + ".tmp"));
        csv.ascii(header);
        csv.put('\n');
        return csv;
    }

    /// A field as it stands; it must need no quoting.
    CsvGzip text(String field) throws IOException {
        open();
        ascii(field);
        return this;
    }

    /// A list field: quoted when it holds a comma.
    CsvGzip list(String field) throws IOException {
        open();
        boolean quoted = field.indexOf(',') >= 0;
        if (quoted) {
            put('"');
        }
        ascii(field);
        if (quoted) {
            put('"');
        }
        return this;
    }

    CsvGzip number(long value) throws IOException {
        open();
        unsigned(value);
        return this;
    }

    /// Millionths as a decimal without trailing zeros: `114.1`, `29`, `0`.
    CsvGzip decimal(long micros) throws IOException {
        open();
        fraction(micros, false);
        return this;
    }

    /// Millionths with all six digits: `114.790000`.
    CsvGzip sixDigits(long micros) throws IOException {
        open();
        fraction(micros, true);
        return this;
    }

    void endRow() throws IOException {
        put('\n');
        rowOpen = false;
        rows++;
        if (position > BUFFER_BYTES / 2) {
            drain();
        }
    }

    private void fraction(long micros, boolean allDigits) throws IOException {
        unsigned(micros / Micros.PER_UNIT);
        long rest = micros % Micros.PER_UNIT;
        if (rest == 0 && !allDigits) {
            return;
        }
        put('.');
        long scale = Micros.PER_UNIT / 10;
        for (int i = 0; i < DECIMAL_DIGITS && (allDigits || rest > 0); i++) {
            put((char) ('0' + rest / scale));
            rest %= scale;
            scale /= 10;
        }
    }

    private void unsigned(long value) throws IOException {
        if (value < 0) {
            throw new IllegalArgumentException("vendor numbers are not negative [value=" + value + "]");
        }
        int length = 0;
        long rest = value;
        do {
            digits[length++] = (byte) ('0' + rest % 10);
            rest /= 10;
        } while (rest > 0);
        reserve(length);
        while (length > 0) {
            buffer[position++] = digits[--length];
        }
    }

    private void open() throws IOException {
        if (rowOpen) {
            put(',');
        }
        rowOpen = true;
    }

    private void ascii(String text) throws IOException {
        if (text.length() > FIELD_BYTES_MAX) {
            throw new IllegalArgumentException("field is longer than 256 characters [length=" + text.length() + "]");
        }
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        reserve(bytes.length);
        System.arraycopy(bytes, 0, buffer, position, bytes.length);
        position += bytes.length;
    }

    private void put(char character) throws IOException {
        reserve(1);
        buffer[position++] = (byte) character;
    }

    private void reserve(int length) throws IOException {
        if (buffer.length - position < length) {
            drain();
        }
    }

    private void drain() throws IOException {
        out.write(buffer, 0, position);
        csvBytes += position;
        position = 0;
    }

    /// Completes the file and gives it its name.
    SimulatedFile commit() throws IOException {
        drain();
        out.close();
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        committed = true;
        return new SimulatedFile(target, rows, csvBytes);
    }

    @Override
    public void close() throws IOException {
        if (!committed) {
            out.close();
            Files.deleteIfExists(temporary);
        }
    }
}
