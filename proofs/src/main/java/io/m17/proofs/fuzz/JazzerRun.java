package io.m17.proofs.fuzz;

import io.m17.proofs.Budget;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Runs Jazzer on one decoder after the other, each for an equal share of what is left of the time.
final class JazzerRun {
    private static final Pattern EXECUTED = Pattern.compile("stat::number_of_executed_units:\\s*([0-9]+)");
    private static final Pattern FINDING = Pattern.compile("(?m)^.*AssertionError: (.*)$");
    private static final int LONGEST_INPUT_BYTES = 1 << 15;
    private static final int LONGEST_TRY_S = 20;
    private static final int START_S = 5;
    private static final int START_AND_STOP_S = 60;

    private final Budget budget;

    JazzerRun(Budget budget) {
        this.budget = budget;
    }

    /// Gives how many inputs were tried.
    ///
    /// @param targetsLeft this one and those that come after it
    long run(Target target, int targetsLeft, List<String> failures) throws IOException, InterruptedException {
        long seconds = Math.max(1, budget.leftSeconds() / targetsLeft - START_S);
        Path work = Files.createDirectories(budget.scratch().resolve("jazzer-" + target.name()));
        Path files = Targets.directory(work);
        Path output = work.resolve("output");
        Process process = new ProcessBuilder(command(target, corpus(target, work), files, work, seconds))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            boolean ended = process.waitFor(seconds + START_AND_STOP_S, TimeUnit.SECONDS);
            String text = Files.readString(output, java.nio.charset.StandardCharsets.ISO_8859_1);
            if (!ended) {
                failures.add(target.name() + ": Jazzer did not end, see " + output);
            } else if (process.exitValue() != 0) {
                Matcher finding = FINDING.matcher(text);
                failures.add(finding.find() ? finding.group(1) : target.name() + ": Jazzer failed, see " + output);
            }
            Matcher executed = EXECUTED.matcher(text);
            return executed.find() ? Long.parseLong(executed.group(1)) : 0;
        } finally {
            process.destroyForcibly();
            process.waitFor();
            Targets.remove(files);
        }
    }

    private static Path corpus(Target target, Path work) throws IOException {
        Path corpus = Files.createDirectories(work.resolve("corpus"));
        for (int i = 0; i < target.seeds().size(); i++) {
            Files.write(corpus.resolve("seed-" + i), target.seeds().get(i));
        }
        return corpus;
    }

    private List<String> command(Target target, Path corpus, Path files, Path work, long seconds) {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("--"))
                .forEach(command::add);
        command.addAll(List.of("-Xmx1g", "-D" + JazzerEntry.TARGET + "=" + target.name()));
        command.add("-D" + JazzerEntry.DIRECTORY + "=" + files);
        command.addAll(List.of("-cp", System.getProperty("java.class.path", "")));
        command.addAll(List.of(
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + JazzerEntry.class.getName(),
                "--instrumentation_includes=io.m17.**",
                "--custom_hook_includes=none.**",
                "--reproducer_path=" + work,
                "-artifact_prefix=" + work + "/",
                "-seed=" + (budget.seed() & 0x7FFF_FFFF),
                "-max_len=" + LONGEST_INPUT_BYTES,
                "-timeout=" + LONGEST_TRY_S,
                "-rss_limit_mb=2500",
                "-max_total_time=" + seconds,
                "-print_final_stats=1",
                corpus.toString()));
        return command;
    }
}
