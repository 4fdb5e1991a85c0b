package io.m17.proofs.fuzz;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// Makes inputs out of inputs: flips, numbers at the edge, pages of zeros, pieces cut out, doubled, and taken from
/// others. The same seed gives the same inputs. Confined to one thread.
final class Mutator {
    private static final int LONGEST_INPUT_BYTES = 1 << 16;
    private static final int MOST_KEPT = 200;
    private static final int PAGE_BYTES = 4096;
    private static final int SECTOR_BYTES = 512;
    private static final long[] EDGES = {
        0,
        1,
        -1,
        0x7F,
        0x80,
        0xFF,
        0x7FFF,
        0xFFFF,
        0x7FFF_FFFF,
        0x8000_0000L,
        0xFFFF_FFFFL,
        Long.MAX_VALUE,
        Long.MIN_VALUE
    };
    private static final String[] TOKENS = {
        ",",
        "\n",
        "\"",
        "\r\n",
        "0",
        "9223372036854775807",
        "-1",
        "1e309",
        ".",
        "NaN",
        "[",
        "{",
        "}",
        "=",
        "O:",
        "$",
        "\u0000"
    };

    private final Random random;
    private final List<byte[]> pool;

    Mutator(List<byte[]> seeds, long seed) {
        this.random = new Random(seed);
        this.pool = new ArrayList<>(seeds);
        pool.add(new byte[0]);
    }

    byte[] next() {
        byte[] input = pool.get(random.nextInt(pool.size())).clone();
        for (int left = 1 + random.nextInt(4); left > 0; left--) {
            input = mutated(input);
        }
        if (pool.size() < MOST_KEPT && random.nextInt(64) == 0) {
            pool.add(input);
        }
        return input;
    }

    private byte[] mutated(byte[] input) {
        if (input.length == 0) {
            return bytes(1 + random.nextInt(128));
        }
        int at = random.nextInt(input.length);
        return switch (random.nextInt(10)) {
            case 0 -> flipped(input, at);
            case 1 -> withByte(input, at, (byte) random.nextInt(256));
            case 2 -> withEdge(input, at);
            case 3 -> Arrays.copyOf(input, at);
            case 4 -> replaced(input, at, Math.min(input.length - at, 1 + random.nextInt(16)), new byte[0]);
            case 5 -> replaced(input, at, 0, Arrays.copyOfRange(input, at, Math.min(input.length, at + 32)));
            case 6 -> replaced(input, at, 0, repeated(input[at], 1 << random.nextInt(14)));
            case 7 -> replaced(input, at, random.nextInt(2), token());
            case 8 -> zeroed(input, at, random.nextBoolean() ? PAGE_BYTES : SECTOR_BYTES);
            default -> spliced(input, at);
        };
    }

    private static byte[] flipped(byte[] input, int at) {
        input[at] ^= (byte) (1 << (at & 7));
        return input;
    }

    /// The page or sector around an offset as one that never reached its disk.
    private static byte[] zeroed(byte[] input, int at, int unit) {
        int from = at - at % unit;
        Arrays.fill(input, from, Math.min(input.length, from + unit), (byte) 0);
        return input;
    }

    private static byte[] withByte(byte[] input, int at, byte value) {
        input[at] = value;
        return input;
    }

    private byte[] withEdge(byte[] input, int at) {
        long value = EDGES[random.nextInt(EDGES.length)];
        boolean bigEndian = random.nextBoolean();
        int width = 1 << random.nextInt(4);
        for (int i = 0; i < width && at + i < input.length; i++) {
            int shift = bigEndian ? width - 1 - i : i;
            input[at + i] = (byte) (value >>> (shift * Byte.SIZE));
        }
        return input;
    }

    private byte[] spliced(byte[] input, int at) {
        byte[] other = pool.get(random.nextInt(pool.size()));
        int from = other.length == 0 ? 0 : random.nextInt(other.length);
        return replaced(input, at, input.length - at, Arrays.copyOfRange(other, from, other.length));
    }

    private byte[] token() {
        return TOKENS[random.nextInt(TOKENS.length)].getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] repeated(byte value, int times) {
        byte[] bytes = new byte[times];
        Arrays.fill(bytes, value);
        return bytes;
    }

    private static byte[] replaced(byte[] input, int at, int removed, byte[] inserted) {
        int length = input.length - removed + inserted.length;
        if (length > LONGEST_INPUT_BYTES) {
            return input;
        }
        byte[] output = new byte[length];
        System.arraycopy(input, 0, output, 0, at);
        System.arraycopy(inserted, 0, output, at, inserted.length);
        System.arraycopy(input, at + removed, output, at + inserted.length, input.length - at - removed);
        return output;
    }
}
