package io.m17.proofs.fuzz;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/// Inputs that are right, from `resources/fuzz`: the beginnings of a simulated day's files, tables of conditions, and a
/// configuration.
final class Corpus {
    private Corpus() {}

    static List<byte[]> trades() throws IOException {
        return List.of(read("stock-trades.csv"), read("option-trades.csv"));
    }

    static List<byte[]> quotes() throws IOException {
        return List.of(read("stock-quotes.csv"), read("option-quotes.csv"));
    }

    static List<byte[]> treasury() throws IOException {
        return List.of(read("treasury.csv"));
    }

    static List<byte[]> settings() throws IOException {
        return List.of(read("m17.conf"));
    }

    /// @param form `json` or `csv`
    static List<byte[]> conditions(String form) throws IOException {
        return List.of(read("conditions." + form));
    }

    private static byte[] read(String name) throws IOException {
        try (InputStream in = Corpus.class.getResourceAsStream("/fuzz/" + name)) {
            if (in == null) {
                throw new FileNotFoundException("a seed is missing from the build [resource=fuzz/" + name + "]");
            }
            return in.readAllBytes();
        }
    }
}
