package io.m17.benchmarks.open;

import io.m17.benchmarks.JavaProcess;
import io.m17.benchmarks.Median;
import io.m17.benchmarks.Scale;
import io.m17.benchmarks.Scratch;
import io.m17.benchmarks.payload.PayloadStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Medians of opening, in milliseconds, each in a new process with the files in the page cache.
///
/// @param payloads records in the state that was opened
/// @param cleanMs to the first row after a clean stop
/// @param coldMs the same in a JVM that loads its classes meanwhile
/// @param allMs until every session is mapped and read from
/// @param crashMs to the first row after a crash that left one session open, which is like the others
/// @param fullCrashMs the same where that session lists every symbol and was filled since it was opened
/// @param peerMs a peer of `peerKeys` records after a clean stop
/// @param peerCrashMs after a crash
public record Opening(
        long payloads,
        double cleanMs,
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
        try {
            long payloads = build(state, scale);
            Median clean = new Median();
            Median cold = new Median();
            Median all = new Median();
            Median crash = new Median();
            Median fullCrash = new Median();
            for (int run = 0; run < scale.runs(); run++) {
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
                    cold.value(),
                    all.value(),
                    crash.value(),
                    fullCrash.value(),
                    peers(scale, "build-peer"),
                    peers(scale, "crash-peer"));
        } finally {
            Scratch.delete(state);
            Scratch.delete(full);
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
        String[] arguments = new String[2 + numbers.length];
        arguments[0] = step;
        arguments[1] = directory.toString();
        for (int i = 0; i < numbers.length; i++) {
            arguments[2 + i] = Integer.toString(numbers[i]);
        }
        return JavaProcess.run(PROCESS, arguments);
    }
}
