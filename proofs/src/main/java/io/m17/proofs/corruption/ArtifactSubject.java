package io.m17.proofs.corruption;

import io.m17.ledger.SlotColumn;
import io.m17.ledger.state.Sha256;
import io.m17.market.artifact.ArtifactReader;
import io.m17.market.column.BytesVector;
import io.m17.market.column.Column;
import io.m17.market.column.ColumnBatch;
import io.m17.market.column.DoubleVector;
import io.m17.market.column.IntVector;
import io.m17.market.column.LongVector;
import io.m17.market.column.Schema;
import io.m17.market.column.TextVector;
import io.m17.market.column.Vector;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// An artifact file, checked as `verify` does by its SHA-256 and read column by column.
///
/// @param schema that its readers ask for
/// @param sha256 that the artifact log has
record ArtifactSubject(
        String file,
        Path path,
        Schema schema,
        long lengthBytes,
        long footerOffset,
        String sha256,
        Set<SlotColumn> columns)
        implements Subject {
    private static final int MAGIC_LENGTH_BYTES = 4;

    @Override
    public List<Range> header() {
        return List.of(new Range(0, MAGIC_LENGTH_BYTES), new Range(footerOffset, lengthBytes));
    }

    @Override
    public List<String> faults() {
        return LogFiles.values(() -> Sha256.ofFile(path).equals(sha256) ? List.of() : List.of("another checksum"))
                .stream()
                .map(Object::toString)
                .toList();
    }

    @Override
    public List<Object> values() {
        return LogFiles.values(() -> {
            try (ArtifactReader reader = ArtifactReader.open(path, schema)) {
                List<Object> values = new ArrayList<>(List.of(reader.schema(), reader.rows()));
                for (Column column : reader.schema().columns()) {
                    values.add(Refused.or(() -> {
                        ColumnBatch batch = reader.read(List.of(column.name()), 0, reader.rows());
                        return digest(batch.vector(0));
                    }));
                }
                return values;
            }
        });
    }

    /// A hash of all values in order.
    private static long digest(Vector vector) {
        long hash = vector.size();
        for (int i = 0; i < vector.size(); i++) {
            long value = switch (vector) {
                case LongVector longs -> longs.get(i);
                case IntVector ints -> ints.get(i);
                case DoubleVector doubles -> Double.doubleToRawLongBits(doubles.get(i));
                case TextVector texts -> texts.get(i).hashCode();
                case BytesVector ids -> ids.get(i).hashCode();
            };
            hash = (hash ^ value) * 0x100000001B3L;
            hash ^= hash >>> 29;
        }
        return hash;
    }
}
