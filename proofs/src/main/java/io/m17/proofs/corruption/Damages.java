package io.m17.proofs.corruption;

import io.m17.proofs.SparseImage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/// What is done to one file, one thing after the other: every byte of its header in random order, mixed with random
/// flips of used and of unused bytes; now and then a cut, a page of zeros, bytes at the end, or another file in its
/// place.
final class Damages {
    private static final int PAGE_BYTES = 4096;
    private static final int SECTOR_BYTES = 512;
    private static final int ROUND = 32;
    private static final int LONGEST_APPENDIX_BYTES = 8192;

    private final Random random;
    private final SparseImage image;
    private final List<Damage> swaps;
    private final Deque<Long> header;
    private int given;

    /// @param part the bytes of the header that are turned over one by one
    Damages(Subject subject, SparseImage image, List<Damage> swaps, FlipLane.Part part, long seed) {
        this.random = new Random(seed);
        this.image = image;
        this.swaps = swaps;
        this.header = new ArrayDeque<>(shuffled(subject, image.lengthBytes(), part));
    }

    private List<Long> shuffled(Subject subject, long lengthBytes, FlipLane.Part part) {
        List<Long> offsets = new ArrayList<>();
        for (Subject.Range range : subject.header()) {
            for (long offset = range.from(); offset < Math.min(range.to(), lengthBytes); offset++) {
                if (part.has(offset)) {
                    offsets.add(offset);
                }
            }
        }
        Collections.shuffle(offsets, random);
        return offsets;
    }

    /// Header bytes that were not turned over yet.
    int headerLeft() {
        return header.size();
    }

    Damage next() {
        int turn = given++ % ROUND;
        return switch (turn) {
            case 0 -> new Damage.Truncation(random.nextLong(image.lengthBytes()));
            case 8 -> new Damage.Truncation(given < ROUND ? 0 : image.usedOffset(random));
            case 16 -> new Damage.Appended(1 + random.nextInt(LONGEST_APPENDIX_BYTES), random.nextInt(256));
            case 20 -> zeros();
            case 24 -> swaps.get(random.nextInt(swaps.size()));
            default -> flip(turn);
        };
    }

    /// A page that holds something, or one of its sectors.
    private Damage zeros() {
        int lengthBytes = random.nextBoolean() ? PAGE_BYTES : SECTOR_BYTES;
        long used = image.usedOffset(random);
        long offset = used - used % lengthBytes;
        return new Damage.Zeros(offset, Math.toIntExact(Math.min(lengthBytes, image.lengthBytes() - offset)));
    }

    private Damage flip(int turn) {
        Long offset = turn % 4 == 3 ? null : header.poll();
        if (offset != null) {
            return new Damage.Flip(offset, random.nextInt(Byte.SIZE));
        }
        boolean used = random.nextInt(4) != 0;
        long at = used ? image.usedOffset(random) : random.nextLong(image.lengthBytes());
        return new Damage.Flip(at, random.nextInt(Byte.SIZE));
    }
}
