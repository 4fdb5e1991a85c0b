package io.m17.benchmarks.open;

import io.m17.benchmarks.JavaProcess;
import io.m17.benchmarks.Median;
import io.m17.benchmarks.Scale;
import io.m17.benchmarks.Scratch;
import io.m17.benchmarks.payload.PayloadStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Medians of opening, in milliseconds, each in a new process with the files in the page cache.
///
/// @param payloads records in the state that was opened
/// @param cleanMs to the first row after a clean stop
/// @param cachedMs the same in a JVM that loads its classes meanwhile, from a cache as `scripts/m17` has one
/// @param coldMs the same without the cache
/// @param allMs until every session is mapped and read from
/// @param crashMs to the first row after a crash that left one session open, which is like the others
/// @param fullCrashMs the same where that session lists every symbol and was filled since it was opened
/// @param peerMs a peer of `peerKeys` records after a clean stop
/// @param peerCrashMs after a crash
public record Opening(
        long payloads,
        double cleanMs,
        double cachedMs,
        double coldMs,
        double allMs,
        double crashMs,
        double fullCrashMs,
        Map<PayloadStore.Kind, Double> peerMs,
        Map<PayloadStore.Kind, Double> peerCrashMs) {
    private static final String PROCESS = OpenProcess.class.getName();
    private static final Pattern TIMES = Pattern.compile("first_ns=(\\d+) all_ns=(\\d+)");
    private static final Pattern PAYLOADS = Pattern.compile("payloads=(\\d+)");
    private static final double NS_PER_MS = 1e6;

    private record Times(double firstMs, double allMs) {}

    /// Builds what is to be opened, opens it, and deletes it again.
    public static Opening measure(Scale scale) throws IOException, InterruptedException {
        Path state = Scratch.fresh("state");
        Path full = Scratch.fresh("state-full");
        Path cache = Scratch.fresh("open.aot");
        try {
            long payloads = build(state, scale);
            Median clean = new Median();
            Median cached = new Median();
            Median cold = new Median();
            Median all = new Median();
            Median crash = new Median();
            Median fullCrash = new Median();
            List<String> training = List.of("-Xlog:disable", "-XX:AOTCacheOutput=" + cache);
            step(training, "open-cold", state, scale.sessions(), scale.symbols());
            List<String> trained = List.of("-Xlog:disable", "-XX:AOTCache=" + cache);
            for (int run = 0; run < scale.runs(); run++) {
                cached.add(times(step(trained, "open-cold", state, scale.sessions(), scale.symbols())).firstMs);
                cold.add(times(step("open-cold", state, scale.sessions(), scale.symbols())).firstMs);
                Times times = open(state, scale.sessions(), scale.symbols());
                clean.add(times.firstMs);
                all.add(times.allMs);
                step("crash", state, scale.sessions(), scale.symbols());
                crash.add(open(state, scale.sessions(), scale.symbols()).firstMs);
                Scratch.delete(full);
                step("crash-full", full, scale.symbols());
                fullCrash.add(open(full, 1, scale.symbols()).firstMs);
            }
            return new Opening(
                    payloads,
                    clean.value(),
                    cached.value(),
                    cold.value(),
                    all.value(),
                    crash.value(),
                    fullCrash.value(),
                    peers(scale, "build-peer"),
                    peers(scale, "crash-peer"));
        } finally {
            Scratch.delete(state);
            Scratch.delete(full);
            Scratch.delete(cache);
        }
    }

    private static long build(Path state, Scale scale) throws IOException, InterruptedException {
        String output = step("build", state, scale.sessions(), scale.symbols(), scale.listed());
        Matcher payloads = PAYLOADS.matcher(output);
        if (!payloads.find()) {
            throw new IllegalStateException("the state was not built [output=" + output + "]");
        }
        return Long.parseLong(payloads.group(1));
    }

    private static Map<PayloadStore.Kind, Double> peers(Scale scale, String how)
            throws IOException, InterruptedException {
        Map<PayloadStore.Kind, Double> peers = new EnumMap<>(PayloadStore.Kind.class);
        for (PayloadStore.Kind kind : new PayloadStore.Kind[] {PayloadStore.Kind.ROCKSDB, PayloadStore.Kind.SQLITE}) {
            Path directory = Scratch.fresh("open-" + kind);
            Median opened = new Median();
            for (int run = 0; run < scale.runs(); run++) {
                Scratch.delete(directory);
                JavaProcess.run(PROCESS, how, directory.toString(), kind.name(), Integer.toString(scale.peerKeys()));
                opened.add(
                        times(JavaProcess.run(PROCESS, "open-peer", directory.toString(), kind.name(), "1")).firstMs);
            }
            Scratch.delete(directory);
            peers.put(kind, opened.value());
        }
        return peers;
    }

    private static Times open(Path state, int sessions, int symbols) throws IOException, InterruptedException {
        return times(step("open", state, sessions, symbols));
    }

    private static Times times(String output) {
        Matcher times = TIMES.matcher(output);
        if (!times.find()) {
            throw new IllegalStateException("nothing was opened [output=" + output + "]");
        }
        return new Times(Long.parseLong(times.group(1)) / NS_PER_MS, Long.parseLong(times.group(2)) / NS_PER_MS);
    }

    private static String step(String step, Path directory, int... numbers) throws IOException, InterruptedException {
        return step(List.of(), step, directory, numbers);
    }

    private static String step(List<String> flags, String step, Path directory, int... numbers)
            throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(step, directory.toString()));
        for (int number : numbers) {
            arguments.add(Integer.toString(number));
        }
        return JavaProcess.run(flags, PROCESS, arguments);
    }
}
