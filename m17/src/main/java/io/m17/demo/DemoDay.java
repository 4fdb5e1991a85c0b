package io.m17.demo;

import io.m17.config.SettingsException;
import io.m17.simulator.MarketSimulator;
import io.m17.simulator.SimulationConfig;
import io.m17.simulator.SimulationProgress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The simulated day of a demonstration, in a directory of its own: made once, whole or not at all.
///
/// @param reused whether it stood there already
public record DemoDay(Path vendor, Truth truth, boolean reused) {
    private static final String VENDOR = "vendor";
    private static final String UNFINISHED = "vendor.unfinished";

    /// The day of a seed below `out`; simulated now when it is not there. The day of another seed there is refused.
    public static DemoDay prepare(Path out, SimulationConfig config, SimulationProgress progress) throws IOException {
        Path vendor = out.resolve(VENDOR);
        boolean reused = Files.isDirectory(vendor);
        if (!reused) {
            simulate(out, config, progress);
        }
        Truth truth = Truth.read(
                vendor.resolve("truth").resolve(config.date().toString()).resolve("truth.json"));
        if (truth.seed() != config.seed()) {
            throw new SettingsException("the day of another seed stands there [dir=" + vendor + ", seed=" + truth.seed()
                    + ", wanted=" + config.seed() + "]; --out names another directory");
        }
        return new DemoDay(vendor, truth, reused);
    }

    private static void simulate(Path out, SimulationConfig config, SimulationProgress progress) throws IOException {
        Path unfinished = out.resolve(UNFINISHED);
        removeTree(unfinished);
        Files.createDirectories(unfinished);
        MarketSimulator.write(config, unfinished, progress);
        Files.move(unfinished, out.resolve(VENDOR), StandardCopyOption.ATOMIC_MOVE);
    }

    private static void removeTree(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(directory)) {
            List<Path> deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        }
    }
}
