package io.m17.market.column;

/// Folds 64-bit values, one after the other, into a 64-bit digest of a small state. Each value goes through the
/// finalizer of SplitMix64 (David Stafford's variant 13 of the MurmurHash3 mix: Steele, Lea and Flood, "Fast
/// Splittable Pseudorandom Number Generators", 2014), a bijection in which every bit of the input flips each bit of
/// the output with probability near one half. Order matters. Not for adversaries. Allocates nothing.
public final class StateDigest {
    /// The digest of no values.
    public static final long EMPTY = 0;

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private StateDigest() {}

    /// The digest of the values behind `digest` followed by `value`.
    public static long extend(long digest, long value) {
        return mix((digest + GOLDEN_GAMMA) ^ mix(value + GOLDEN_GAMMA));
    }

    private static long mix(long value) {
        long mixed = value;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
