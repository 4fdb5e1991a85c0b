package io.m17.proofs.crash;

import io.m17.journal.FixedRecordLog;
import io.m17.journal.RecordLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;

/// Appends to a fixed-stride and a segmented log, forces, seals, closes and opens them; a sealed log is followed by the
/// next of its kind. Single-threaded.
final class LogWork implements AutoCloseable {
    private static final String FIXED = "fixed-";
    private static final String VARIABLE = "variable-";
    private static final int SEAL_FROM = 300;

    private final CrashSite site;
    private final Random random;
    private final Witness witness;
    private FixedRecordLog fixed;
    private RecordLog variable;

    private LogWork(CrashSite site, Random random, Witness witness, FixedRecordLog fixed, RecordLog variable) {
        this.site = site;
        this.random = random;
        this.witness = witness;
        this.fixed = fixed;
        this.variable = variable;
    }

    static LogWork open(CrashSite site, Random random, Witness witness) throws IOException {
        Files.createDirectories(site.logs());
        return new LogWork(
                site,
                random,
                witness,
                FixedRecordLog.open(site.logs().resolve(last(site, FIXED)), site.fixedOptions(), site.storage()),
                RecordLog.open(site.logs().resolve(last(site, VARIABLE)), site.variableOptions(), site.storage()));
    }

    /// The newest log of a kind, or what the first is called.
    private static String last(CrashSite site, String prefix) throws IOException {
        try (Stream<Path> files = Files.list(site.logs())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith(prefix) && name.indexOf('.') < 0)
                    .max(String::compareTo)
                    .orElse(prefix + "0000");
        }
    }

    void step() throws IOException {
        if (random.nextBoolean()) {
            fixedStep();
        } else {
            variableStep();
        }
    }

    private void fixedStep() throws IOException {
        String name = name(fixed.path());
        int choice = random.nextInt(100);
        if (fixed.isSealed()) {
            fixed.close();
            fixed = FixedRecordLog.open(site.logs().resolve(next(name)), site.fixedOptions(), site.storage());
        } else if (choice == 0 && fixed.count() >= SEAL_FROM) {
            witness.begins(new Step.Sealed(name));
            fixed.seal();
            witness.done();
        } else if (choice == 1) {
            witness.begins(new Step.Forced(name, fixed.count()));
            fixed.close();
            witness.done();
            fixed = FixedRecordLog.open(site.logs().resolve(name), site.fixedOptions(), site.storage());
        } else if (choice < 6) {
            witness.begins(new Step.Forced(name, fixed.count()));
            fixed.force();
            witness.done();
        } else {
            long number = fixed.count() + 1;
            witness.begins(new Step.Appended(name, number));
            fixed.append(Content.body(name, number, CrashSite.fixedBodyBytes()));
            witness.done();
        }
    }

    private void variableStep() throws IOException {
        String name = name(variable.path());
        int choice = random.nextInt(100);
        if (variable.isSealed()) {
            variable.close();
            variable = RecordLog.open(site.logs().resolve(next(name)), site.variableOptions(), site.storage());
        } else if (choice == 0 && variable.count() >= SEAL_FROM) {
            witness.begins(new Step.Sealed(name));
            variable.seal();
            witness.done();
        } else if (choice == 1) {
            witness.begins(new Step.Forced(name, variable.count()));
            variable.close();
            witness.done();
            variable = RecordLog.open(site.logs().resolve(name), site.variableOptions(), site.storage());
        } else if (choice < 6) {
            witness.begins(new Step.Forced(name, variable.count()));
            variable.force();
            witness.done();
        } else {
            long number = variable.count() + 1;
            witness.begins(new Step.Appended(name, number));
            variable.append(Content.body(name, number, Content.bodyBytes(name, number)));
            witness.done();
        }
    }

    static boolean isFixed(String log) {
        return log.startsWith(FIXED);
    }

    private static String name(Path log) {
        return log.getFileName().toString();
    }

    private static String next(String name) {
        int dash = name.indexOf('-') + 1;
        return name.substring(0, dash) + "%04d".formatted(Integer.parseInt(name.substring(dash)) + 1);
    }

    @Override
    public void close() {
        witness.begins(new Step.Forced(name(fixed.path()), fixed.count()));
        fixed.close();
        witness.done();
        witness.begins(new Step.Forced(name(variable.path()), variable.count()));
        variable.close();
        witness.done();
    }
}
