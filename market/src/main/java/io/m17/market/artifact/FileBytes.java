package io.m17.market.artifact;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// An artifact file opened for reading at positions. It is read, not mapped: a file that is cut short while it is
/// read is an exception then, and not the end of the process.
final class FileBytes implements AutoCloseable {
    private final Path file;
    private final FileChannel channel;
    private final long lengthBytes;

    private FileBytes(Path file, FileChannel channel, long lengthBytes) {
        this.file = file;
        this.channel = channel;
        this.lengthBytes = lengthBytes;
    }

    static FileBytes open(Path file) {
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
            return new FileBytes(file, channel, channel.size());
        } catch (IOException e) {
            throw new ArtifactException(file, "the artifact cannot be opened", e);
        }
    }

    Path file() {
        return file;
    }

    long lengthBytes() {
        return lengthBytes;
    }

    byte[] read(FileRange range) {
        byte[] bytes = new byte[range.lengthBytes()];
        read(range, bytes);
        return bytes;
    }

    /// Fills the beginning of an array with the bytes of a range.
    void read(FileRange range, byte[] into) {
        ByteBuffer buffer = ByteBuffer.wrap(into, 0, range.lengthBytes());
        try {
            while (buffer.hasRemaining()) {
                if (channel.read(buffer, range.offset() + buffer.position()) < 0) {
                    throw new ArtifactException(file, "the artifact ends early, at byte " + lengthBytes);
                }
            }
        } catch (IOException e) {
            throw new ArtifactException(file, "the artifact cannot be read", e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new ArtifactException(file, "the artifact cannot be closed", e);
        }
    }
}
