package io.m17.proofs.fuzz;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32C;

/// Decoders with a bug that the fuzzer must find.
final class PlantedTargets {
    private static final byte[] PROMISED = {0, 0, 0, 3, 'a', 'b', 'c'};
    private static final byte[] CHECKED = checked();

    private PlantedTargets() {}

    static List<Target> all() {
        return List.of(
                new Target(
                        "a length field that is trusted",
                        Set.of(BufferUnderflowException.class),
                        List.of(PROMISED),
                        PlantedTargets::trustful),
                new Target("a checksum that is not looked at", Set.of(), List.of(CHECKED), PlantedTargets::unchecked));
    }

    private static void trustful(byte[] input) {
        ByteBuffer in = ByteBuffer.wrap(input);
        byte[] body = new byte[in.getInt() & Integer.MAX_VALUE];
        in.get(body);
    }

    private static byte[] checked() {
        ByteBuffer bytes = ByteBuffer.allocate(12);
        return bytes.putLong(17).putInt(crc(bytes.array())).array();
    }

    private static int crc(byte[] record) {
        CRC32C crc = new CRC32C();
        crc.update(record, 0, Long.BYTES);
        return (int) crc.getValue();
    }

    /// Serves the value whatever the checksum beside it says.
    private static void unchecked(byte[] input) {
        if (input.length == CHECKED.length) {
            boolean sound = ByteBuffer.wrap(input).getInt(Long.BYTES) == crc(input);
            Target.require(sound, "a value is served that was never written");
        }
    }
}
