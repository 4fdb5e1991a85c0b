package io.m17.proofs.crash;

import io.m17.journal.MappedRegion;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/// A checksum a file of a directory, over what is not zero. Left out is what every opening writes anew: the lock
/// and the audit log.
final class Fingerprint {
    private static final int PAGE_BYTES = 4096;

    private Fingerprint() {}

    static Map<String, Long> of(Path root) throws IOException {
        Map<String, Long> checksums = new TreeMap<>();
        for (Path file : files(root)) {
            String name = root.relativize(file).toString();
            boolean written = name.endsWith("/lock") || name.contains("audit.log");
            if (!written && Files.size(file) > 0) {
                checksums.put(name, ofFile(file));
            }
        }
        return checksums;
    }

    private static List<Path> files(Path root) throws IOException {
        try (Stream<Path> tree = Files.walk(root)) {
            return tree.filter(Files::isRegularFile).toList();
        }
    }

    private static long ofFile(Path file) throws IOException {
        CRC32C crc = new CRC32C();
        byte[] page = new byte[PAGE_BYTES];
        try (MappedRegion region = MappedRegion.openReadOnly(file)) {
            long end = region.sizeBytes();
            long at = region.nextData(0);
            while (at >= 0 && at < end) {
                long hole = Math.min(end, region.nextHole(at));
                for (; at < hole; at += PAGE_BYTES) {
                    add(crc, region.segment(), at, page);
                }
                at = at < end ? region.nextData(at) : -1;
            }
        }
        return crc.getValue();
    }

    private static void add(CRC32C crc, MemorySegment segment, long at, byte[] page) {
        int length = (int) Math.min(page.length, segment.byteSize() - at);
        long any = 0;
        for (int i = 0; i + Long.BYTES <= length && any == 0; i += Long.BYTES) {
            any = segment.get(ValueLayout.JAVA_LONG_UNALIGNED, at + i);
        }
        if (any != 0 || length < PAGE_BYTES) {
            MemorySegment.copy(segment, ValueLayout.JAVA_BYTE, at, page, 0, length);
            crc.update((int) (at / PAGE_BYTES));
            crc.update((int) ((at / PAGE_BYTES) >>> 8));
            crc.update(page, 0, length);
        }
    }
}
