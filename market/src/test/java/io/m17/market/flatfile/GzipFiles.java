package io.m17.market.flatfile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/// Makes gzip data for tests.
final class GzipFiles {
    private GzipFiles() {}

    static byte[] gzip(String text) throws IOException {
        return gzip(text.getBytes(StandardCharsets.US_ASCII));
    }

    static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream buffer = new ByteArrayOutputStream();
        try (GZIPOutputStream stream = new GZIPOutputStream(buffer)) {
            stream.write(bytes);
        }
        return buffer.toByteArray();
    }

    static byte[] concatenate(byte[] first, byte[] second) {
        ByteArrayOutputStream buffer = new ByteArrayOutputStream();
        buffer.writeBytes(first);
        buffer.writeBytes(second);
        return buffer.toByteArray();
    }
}
