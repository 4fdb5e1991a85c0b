package io.m17.proofs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Every proof for some seconds, on a fixed seed.
final class GateTest {
    private static final Duration PER_WEIGHT = Duration.ofSeconds(4);
    private static final long SEED = 17;

    @TempDir
    private Path scratch;

    @TestFactory
    Stream<DynamicTest> holds() {
        return Proofs.ALL.stream()
                .map(proof -> DynamicTest.dynamicTest(proof.name(), () -> {
                    Path directory = Files.createDirectories(scratch.resolve(proof.name()));
                    Outcome outcome = proof.run(Budget.of(PER_WEIGHT.multipliedBy(proof.weight()), SEED, directory));
                    Assumptions.assumeTrue(
                            outcome.skipped().isEmpty(), () -> outcome.skipped().toString());
                    Assertions.assertTrue(outcome.held(), () -> outcome.toString());
                }));
    }
}
