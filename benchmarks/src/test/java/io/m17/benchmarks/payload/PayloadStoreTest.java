package io.m17.benchmarks.payload;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// That every store finds its records again.
class PayloadStoreTest {
    @TempDir
    private Path directory;

    @ParameterizedTest
    @EnumSource
    void findsEachRecordByWhatItsAppendReturned(PayloadStore.Kind kind) throws IOException {
        try (PayloadStore store = PayloadStore.create(kind, directory.resolve("store"))) {
            long[] found = new long[100];
            store.begin();
            for (int i = 0; i < found.length; i++) {
                found[i] = store.append(7 * i);
            }
            store.commit();
            for (int i = found.length - 1; i >= 0; i--) {
                assertEquals(7 * i, store.checksum(found[i]));
            }
        }
    }
}
