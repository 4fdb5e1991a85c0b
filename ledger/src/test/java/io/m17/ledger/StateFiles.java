package io.m17.ledger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

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

    /// Copies a state as a crash at this moment would leave it: the lock file names no living process.
    public static Path crashImage(Path from, Path to) throws IOException {
        for (Path file : of(from)) {
            Path copy = to.resolve(from.relativize(file).toString());
            Files.createDirectories(copy.resolveSibling("."));
            copySparse(file, copy);
        }
        Path lock = to.resolve("lock");
        String line = Files.readString(lock).replaceFirst("pid=\\d+", "pid=0");
        String checked = (line.substring(0, line.indexOf(" check=")) + " ".repeat(20)).substring(0, 240);
        CRC32C crc = new CRC32C();
        crc.update(checked.getBytes(StandardCharsets.US_ASCII));
        Files.writeString(lock, checked + " check=" + HexFormat.of().toHexDigits((int) crc.getValue()) + "\n");
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
                if (last || !java.util.Arrays.equals(block, 0, length, zeros, 0, length)) {
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
}
