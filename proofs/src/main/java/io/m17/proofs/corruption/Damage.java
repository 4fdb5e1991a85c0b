package io.m17.proofs.corruption;

import io.m17.proofs.SparseImage;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// What is done to a file.
sealed interface Damage {
    /// One bit turned over.
    record Flip(long offset, int bit) implements Damage {}

    /// A whole page of zeros, as a file system leaves one that never reached its disk.
    record Zeros(long offset, int lengthBytes) implements Damage {}

    /// The end cut off.
    record Truncation(long lengthBytes) implements Damage {}

    /// Bytes put behind the end.
    record Appended(int lengthBytes, int value) implements Damage {}

    /// Another file in its place.
    record Swap(String other, SparseImage image) implements Damage {
        @Override
        public String toString() {
            return "Swap[other=" + other + "]";
        }
    }

    /// Does it to a file that is as it was written.
    default void apply(Path file, SparseImage original) throws IOException {
        switch (this) {
            case Flip flip -> write(file, flip.offset, (byte) (original.at(flip.offset) ^ (1 << flip.bit)));
            case Zeros zeros -> write(file, zeros.offset, new byte[zeros.lengthBytes]);
            case Truncation truncation -> {
                try (RandomAccessFile access = new RandomAccessFile(file.toFile(), "rw")) {
                    access.setLength(truncation.lengthBytes);
                }
            }
            case Appended appended -> {
                for (int i = 0; i < appended.lengthBytes; i++) {
                    write(file, original.lengthBytes() + i, (byte) appended.value);
                }
            }
            case Swap swap -> swap.image.restore(file);
        }
    }

    /// Puts the file back as it was.
    default void undo(Path file, SparseImage original) throws IOException {
        switch (this) {
            case Flip flip -> write(file, flip.offset, original.at(flip.offset));
            case Zeros zeros -> write(file, zeros.offset, bytes(original, zeros));
            case Truncation unused -> original.restore(file);
            case Appended unused -> original.restore(file);
            case Swap unused -> original.restore(file);
        }
    }

    private static byte[] bytes(SparseImage original, Zeros zeros) {
        byte[] bytes = new byte[zeros.lengthBytes];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = original.at(zeros.offset + i);
        }
        return bytes;
    }

    private static void write(Path file, long offset, byte... values) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(values), offset);
        }
    }
}
