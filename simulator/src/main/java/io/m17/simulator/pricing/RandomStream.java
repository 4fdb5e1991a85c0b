package io.m17.simulator.pricing;

/// A named, seeded stream of random numbers whose bits are fixed by this file and not by the JDK.
///
/// The generator is xoshiro256++ of Blackman and Vigna (2019), its state filled by SplitMix64 from seed and name,
/// so that every instrument has a stream of its own and adding one changes no other. Single-threaded; no
/// allocation.
public final class RandomStream {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
    private static final double UNIT = 0x1.0p-53;

    private long s0;
    private long s1;
    private long s2;
    private long s3;
    private double spareGaussian = Double.NaN;

    private RandomStream(long seed) {
        long state = seed + GOLDEN_GAMMA;
        s0 = mix(state);
        state += GOLDEN_GAMMA;
        s1 = mix(state);
        state += GOLDEN_GAMMA;
        s2 = mix(state);
        state += GOLDEN_GAMMA;
        s3 = mix(state);
    }

    /// The stream of a seed and a name; the same pair gives the same numbers everywhere.
    public static RandomStream of(long seed, String name) {
        long state = mix(seed);
        for (int i = 0; i < name.length(); i++) {
            state = mix(state ^ name.charAt(i)) + GOLDEN_GAMMA;
        }
        return new RandomStream(state);
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    public long next() {
        long result = Long.rotateLeft(s0 + s3, 23) + s0;
        long shifted = s1 << 17;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= shifted;
        s3 = Long.rotateLeft(s3, 45);
        return result;
    }

    /// Uniform in [0, 1).
    public double uniform() {
        return (next() >>> 11) * UNIT;
    }

    public double between(double low, double high) {
        return low + (high - low) * uniform();
    }

    /// Uniform in [0, bound).
    public long below(long bound) {
        if (bound <= 0) {
            throw new IllegalArgumentException("bound must be positive [bound=" + bound + "]");
        }
        return Math.min((long) (uniform() * bound), bound - 1);
    }

    public int below(int bound) {
        return Math.toIntExact(below((long) bound));
    }

    public boolean chance(double probability) {
        return uniform() < probability;
    }

    /// Exponential with mean 1.
    public double exponential() {
        return -StrictMath.log(1 - uniform());
    }

    /// Standard normal by Marsaglia's polar method, which rejects about one pair in five and so ends.
    public double gaussian() {
        if (!Double.isNaN(spareGaussian)) {
            double spare = spareGaussian;
            spareGaussian = Double.NaN;
            return spare;
        }
        while (true) {
            double x = 2 * uniform() - 1;
            double y = 2 * uniform() - 1;
            double square = x * x + y * y;
            if (square > 0 && square < 1) {
                double scale = StrictMath.sqrt(-2 * StrictMath.log(square) / square);
                spareGaussian = y * scale;
                return x * scale;
            }
        }
    }
}
