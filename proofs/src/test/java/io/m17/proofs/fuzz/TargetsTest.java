package io.m17.proofs.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.m17.ledger.PayloadType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// No decoder is left out.
class TargetsTest {
    /// What reads bytes that somebody else may have written, and the targets that try it.
    private static final Map<String, List<String>> DECODERS = Map.of(
            "map record", List.of("rate"),
            "journal", List.of("fixed-log-file", "record-log-file", "audit-entry"),
            "slot", List.of("slot", "ledger-header"),
            "symbol map", List.of("symbol", "option-ticker"),
            "manifest", List.of("artifact-entry", "artifact-uri", "parquet"),
            "configuration", List.of("settings"),
            "condition tables", List.of("conditions-json", "conditions-csv"),
            "flat-file rows", List.of("trade-rows", "quote-rows", "treasury-csv", "gzip"),
            "lock", List.of("lock"));

    @TempDir
    private Path directory;

    private Set<String> names() throws IOException {
        return Targets.all(directory).stream().map(Target::name).collect(Collectors.toSet());
    }

    @Test
    void triesEveryDecoder() throws IOException {
        Set<String> names = names();
        DECODERS.forEach((decoder, targets) ->
                assertTrue(names.containsAll(targets), () -> decoder + " is not fuzzed [targets=" + targets + "]"));
    }

    @Test
    void triesTheRecordsOfEveryMap() throws IOException {
        List<String> missing = new ArrayList<>();
        for (PayloadType type : PayloadType.values()) {
            boolean hasMap = type != PayloadType.NONE && type != PayloadType.RF_RATE; // rates are a target of their own
            if (hasMap && !names().contains("payload-" + type.label())) {
                missing.add(type.label());
            }
        }
        assertEquals(List.of(), missing);
    }

    @Test
    void everyTargetHasASeedThatItAccepts() throws IOException {
        Trial trial = new Trial(Trial.MOST_ALLOCATED_BYTES);
        for (Target target : Targets.all(directory)) {
            assertTrue(!target.seeds().isEmpty(), target.name());
            target.seeds()
                    .forEach(seed -> assertEquals("", trial.run(target, seed).orElse("")));
        }
    }
}
