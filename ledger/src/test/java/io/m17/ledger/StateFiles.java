package io.m17.ledger;

import io.m17.journal.MappedRegion;
import io.m17.ledger.state.Sha256;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/// What a test does to the files of a state directory behind the ledger's back.
public final class StateFiles {
    private static final int BLOCK_LENGTH_BYTES = 1 << 16;

    private StateFiles() {}

    /// All regular files below a directory, in order of their names.
    public static List<Path> of(Path directory) throws IOException {
        try (Stream<Path> tree = Files.walk(directory)) {
            return tree.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /// A digest of a file's bytes that are not zero and where they are, at the cost of what it holds.
    public static String digest(Path file) throws IOException {
        MessageDigest digest = Sha256.digest();
        if (Files.size(file) == 0) {
            return "empty";
        }
        try (MappedRegion region = MappedRegion.openReadOnly(file)) {
            byte[] block = new byte[BLOCK_LENGTH_BYTES];
            byte[] zeros = new byte[BLOCK_LENGTH_BYTES];
            for (long at = region.nextData(0); at >= 0 && at < region.sizeBytes(); at = region.nextData(at)) {
                long start = at - at % BLOCK_LENGTH_BYTES;
                int length = (int) Math.min(BLOCK_LENGTH_BYTES, region.sizeBytes() - start);
                MemorySegment.copy(region.segment(), ValueLayout.JAVA_BYTE, start, block, 0, length);
                if (!Arrays.equals(block, 0, length, zeros, 0, length)) {
                    digest.update(Long.toString(start).getBytes(StandardCharsets.US_ASCII));
                    digest.update(block, 0, length);
                }
                at = start + length;
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /// Copies a state as a crash at this moment would leave it: the lock of a copy is nobody's.
    public static Path crashImage(Path from, Path to) throws IOException {
        for (Path file : of(from)) {
            Path copy = to.resolve(from.relativize(file).toString());
            Files.createDirectories(copy.resolveSibling("."));
            copySparse(file, copy);
        }
        return to;
    }

    private static void copySparse(Path from, Path to) throws IOException {
        try (FileChannel in = FileChannel.open(from);
                FileChannel out = FileChannel.open(
                        to,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            byte[] block = new byte[BLOCK_LENGTH_BYTES];
            byte[] zeros = new byte[BLOCK_LENGTH_BYTES];
            for (long at = 0; at < in.size(); at += BLOCK_LENGTH_BYTES) {
                int length = in.read(ByteBuffer.wrap(block), at);
                boolean last = at + length >= in.size();
                if (last || !Arrays.equals(block, 0, length, zeros, 0, length)) {
                    out.write(ByteBuffer.wrap(block, 0, length), at);
                }
            }
        }
    }

    /// Turns the bits of one byte that the mask has.
    public static void flip(Path file, long offset, int mask) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            ByteBuffer one = ByteBuffer.allocate(1);
            channel.read(one, offset);
            one.put(0, (byte) (one.get(0) ^ mask)).rewind();
            channel.write(one, offset);
        }
    }

    /// Puts zeros in place of a range of bytes.
    public static void zero(Path file, long offset, int lengthBytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.allocate(lengthBytes), offset);
        }
    }
}
