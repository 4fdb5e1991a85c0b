package io.m17.publication;

import io.m17.market.column.StateDigest;

/// Digests of what a derived window was made from: 32 bits, never 0 for inputs that are there.
public final class InputDigest {
    /// All inputs are known to be empty.
    public static final int NONE = 0;

    private InputDigest() {}

    /// The digest of a sequence of input checksums and carried states.
    public static int of(int... inputs) {
        long digest = StateDigest.EMPTY;
        for (int input : inputs) {
            digest = StateDigest.extend(digest, input);
        }
        return fold(digest);
    }

    /// The contribution of one element to a sum that slides over a span; 0 for an element without content.
    public static long element(int position, int checksum) {
        return checksum == 0 ? 0 : StateDigest.extend(StateDigest.extend(StateDigest.EMPTY, position), checksum);
    }

    /// The digest of a sum of elements; [#NONE] when none of them had content.
    public static int ofSum(long sum) {
        return sum == 0 ? NONE : fold(sum);
    }

    private static int fold(long digest) {
        int folded = (int) (digest ^ (digest >>> 32));
        return folded == NONE ? 1 : folded;
    }
}
