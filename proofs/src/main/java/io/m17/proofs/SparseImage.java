package io.m17.proofs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/// A file's length and those of its pages that are not zero: a copy of a sparse file that stays small.
///
/// @param pages by offset
public record SparseImage(long lengthBytes, TreeMap<Long, byte[]> pages) {
    private static final int PAGE_LENGTH_BYTES = 4096;
    private static final int CHUNK_LENGTH_BYTES = 1 << 20;

    public static SparseImage of(Path file) throws IOException {
        TreeMap<Long, byte[]> pages = new TreeMap<>();
        byte[] chunk = new byte[CHUNK_LENGTH_BYTES];
        try (FileChannel channel = FileChannel.open(file)) {
            for (long offset = 0; offset < channel.size(); offset += CHUNK_LENGTH_BYTES) {
                int length = readFully(channel, offset, chunk);
                for (int at = 0; at < length; at += PAGE_LENGTH_BYTES) {
                    int bytes = Math.min(PAGE_LENGTH_BYTES, length - at);
                    if (!isZero(chunk, at, bytes)) {
                        byte[] page = new byte[bytes];
                        System.arraycopy(chunk, at, page, 0, bytes);
                        pages.put(offset + at, page);
                    }
                }
            }
            return new SparseImage(channel.size(), pages);
        }
    }

    private static int readFully(FileChannel channel, long offset, byte[] into) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(into);
        int length = 0;
        while (buffer.hasRemaining() && length >= 0) {
            length = channel.read(buffer, offset + buffer.position());
        }
        return buffer.position();
    }

    private static boolean isZero(byte[] bytes, int from, int length) {
        for (int i = from; i < from + length; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return true;
    }

    /// Makes the file anew, sparse where this is.
    public void restore(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.deleteIfExists(file);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (Map.Entry<Long, byte[]> page : pages.entrySet()) {
                channel.write(ByteBuffer.wrap(page.getValue()), page.getKey());
            }
            if (channel.size() < lengthBytes) {
                channel.write(ByteBuffer.allocate(1), lengthBytes - 1);
            }
        }
    }

    public byte at(long offset) {
        Map.Entry<Long, byte[]> page = pages.floorEntry(offset);
        if (page == null || offset >= page.getKey() + page.getValue().length) {
            return 0;
        }
        return page.getValue()[(int) (offset - page.getKey())];
    }

    /// Any offset in a page that holds something.
    public long usedOffset(RandomGenerator random) {
        int chosen = random.nextInt(pages.size());
        long start = pages.keySet().stream().skip(chosen).findFirst().orElseThrow();
        byte[] page = pages.get(start);
        return start + random.nextInt(page == null ? 1 : page.length);
    }
}
