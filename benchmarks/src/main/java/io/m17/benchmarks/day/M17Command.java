package io.m17.benchmarks.day;

import io.m17.benchmarks.Scratch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// `scripts/m17` as a process of its own, built and warmed up before, with the defaults of its configuration.
///
/// @param program the script
/// @param configuration an empty one, so that none in the working directory counts
record M17Command(Path program, Path configuration) {
    /// The property that names the script.
    static final String PROPERTY = "m17.command";

    /// A heap as the JVM chooses it.
    static final int ANY_HEAP = 0;

    static M17Command find() throws IOException {
        String program = System.getProperty(PROPERTY);
        if (program == null) {
            throw new IllegalStateException("scripts/benchmark says where m17 is [property=" + PROPERTY + "]");
        }
        Path directory = Files.createDirectories(Scratch.of("configuration"));
        return new M17Command(Path.of(program), Files.writeString(directory.resolve("m17.conf"), ""));
    }

    /// Writes a day of 200 equities as the vendor's files.
    ProcessRun simulate(Path out, long trades, long quotes) throws IOException, InterruptedException {
        List<String> words = List.of("simulate", "--preset", "large", "--out", out.toString());
        List<String> sized = new ArrayList<>(words);
        sized.addAll(List.of("--trades", Long.toString(trades), "--quotes", Long.toString(quotes)));
        return start(ANY_HEAP, sized).expectDone();
    }

    /// Fills a state directory from a day's files, to the end, and verifies it.
    ProcessRun fillAndVerify(VendorDay day, Path state, int heapMib) throws IOException, InterruptedException {
        return onState(
                heapMib,
                state,
                "run",
                "--until-complete",
                "--verify",
                "--flatfiles",
                day.root().toString(),
                "--session",
                day.date().toString());
    }

    /// Coverage as JSON.
    String status(Path state) throws IOException, InterruptedException {
        return onState(ANY_HEAP, state, "status", "--json").expectDone().output();
    }

    private ProcessRun onState(int heapMib, Path state, String... words) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--state-dir", state.toString(), "--config", configuration.toString()));
        return start(heapMib, all);
    }

    private ProcessRun start(int heapMib, List<String> words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(words);
        String flags = heapMib == ANY_HEAP ? "" : "-Xmx" + heapMib + "m";
        return ProcessRun.of(command, Map.of("M17_NO_BUILD", "1", "M17_JAVA_OPTS", flags));
    }
}
