package io.m17.market.artifact;

import io.m17.journal.KillPoint;
import io.m17.journal.Storage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;

/// A new file that is digested while it is written, so that nobody reads it again to know its SHA-256. Closing it
/// forces it to the disk. Confined to one thread.
final class DigestingOutput extends PositionOutputStream implements OutputFile {
    private final Path file;
    private final Storage storage;
    private final FileChannel channel;
    private final MessageDigest sha256 = Sha256.digest();
    private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
    private long position;
    private long written;

    private DigestingOutput(Path file, Storage storage, FileChannel channel) {
        this.file = file;
        this.storage = storage;
        this.channel = channel;
    }

    static DigestingOutput create(Path file, Storage storage) throws IOException {
        return new DigestingOutput(
                file,
                storage,
                storage.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE));
    }

    @Override
    public void write(int value) throws IOException {
        if (!buffer.hasRemaining()) {
            drain();
        }
        buffer.put((byte) value);
        position++;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (length > buffer.remaining()) {
            drain();
        }
        if (length > buffer.capacity()) {
            write(ByteBuffer.wrap(bytes, offset, length));
        } else {
            buffer.put(bytes, offset, length);
        }
        position += length;
    }

    private void drain() throws IOException {
        write(buffer.flip());
        buffer.clear();
    }

    private void write(ByteBuffer bytes) throws IOException {
        sha256.update(bytes.duplicate());
        while (bytes.hasRemaining()) {
            written += storage.write(channel, bytes, written);
        }
    }

    @Override
    public long getPos() {
        return position;
    }

    @Override
    public void close() throws IOException {
        if (channel.isOpen()) {
            try (channel) {
                drain();
                KillPoint.ARTIFACT_WRITTEN.reached();
                storage.sync(channel);
            }
        }
    }

    /// Closes the file without writing what is buffered; it is going to be deleted.
    void abandon() throws IOException {
        channel.close();
    }

    /// The digest of all that was written, once closed.
    String sha256Hex() {
        return HexFormat.of().formatHex(sha256.digest());
    }

    @Override
    public PositionOutputStream create(long blockSizeHint) {
        return this;
    }

    @Override
    public PositionOutputStream createOrOverwrite(long blockSizeHint) {
        return this;
    }

    @Override
    public boolean supportsBlockSize() {
        return false;
    }

    @Override
    public long defaultBlockSize() {
        return 0;
    }

    @Override
    public String getPath() {
        return file.toString();
    }
}
