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
        if (this instanceof Flip flip) {
            write(file, flip.offset, original.at(flip.offset));
        } else {
            original.restore(file);
        }
    }

    private static void write(Path file, long offset, byte value) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(new byte[] {value}), offset);
        }
    }
}
