package io.m17.benchmarks.option;

import io.m17.benchmarks.Scratch;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// QuantLib, measured by a C++ program on the same contracts; compiled when it is run, where a compiler and QuantLib's
/// headers are installed (Debian: `libquantlib0-dev g++`).
///
/// @param figures by name: `volatility`, `greeks`, `fast`, `accurate` and `precise` in nanoseconds, `fast_error` and so
/// on
public record QuantLib(Map<String, Double> figures) {
    private static final String SOURCE = "quantlib.cpp";
    private static final Path HEADERS = Path.of("/usr/include/ql/quantlib.hpp");
    private static final long LONGEST_MINUTES = 20;

    /// Empty where it is not installed.
    public static Optional<QuantLib> measure(String cases) throws IOException, InterruptedException {
        if (!Files.exists(HEADERS) || !Files.isExecutable(Path.of("/usr/bin/g++"))) {
            return Optional.empty();
        }
        Path directory = Files.createDirectories(Scratch.fresh("quantlib"));
        try {
            Path source = directory.resolve(SOURCE);
            try (InputStream in = Objects.requireNonNull(QuantLib.class.getResourceAsStream(SOURCE))) {
                Files.copy(in, source);
            }
            Path program = directory.resolve("quantlib");
            run(List.of("/usr/bin/g++", "-O2", "-o", program.toString(), source.toString(), "-lQuantLib"));
            Path input = Files.writeString(directory.resolve("cases.txt"), cases);
            return Optional.of(parse(run(List.of(program.toString(), input.toString()))));
        } finally {
            Scratch.delete(directory);
        }
    }

    public double figure(String name) {
        return figures.getOrDefault(name, Double.NaN);
    }

    private static QuantLib parse(String output) {
        Map<String, Double> figures = new HashMap<>();
        output.lines()
                .map(line -> line.split(" ", 2))
                .forEach(words -> figures.put(words[0], Double.valueOf(words[1])));
        return new QuantLib(Map.copyOf(figures));
    }

    private static String run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
            throw new IOException("QuantLib's program failed [command=" + command + ", output=" + output + "]");
        }
        return output;
    }
}
