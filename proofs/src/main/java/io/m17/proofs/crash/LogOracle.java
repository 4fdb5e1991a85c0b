package io.m17.proofs.crash;

import io.m17.journal.FixedRecordLog;
import io.m17.journal.RecordLog;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Recovers the logs beside a ledger and checks every record of them. Confined to one thread.
final class LogOracle {
    private final CrashSite site;
    private final Expected expected;
    private final Loss loss;
    private final Map<String, Long> counts;
    private final List<String> faults;

    LogOracle(CrashSite site, Expected expected, Loss loss, Map<String, Long> counts, List<String> faults) {
        this.site = site;
        this.expected = expected;
        this.loss = loss;
        this.counts = counts;
        this.faults = faults;
    }

    /// Checks all logs that are there, and that none is gone; returns how long opening them took.
    long check() throws IOException {
        long openingNs = 0;
        List<String> there = names(site);
        for (String name : there) {
            openingNs += LogWork.isFixed(name) ? fixed(name) : variable(name);
        }
        for (String name : expected.names()) {
            Expected.Count count = expected.count(name);
            long due = loss == Loss.PROCESS ? count.acknowledged : count.durable;
            if (Expected.isOwnLog(name) && due > 0 && !there.contains(name)) {
                faults.add(name + ": the log is gone [records=" + due + "]");
            }
        }
        return openingNs;
    }

    static void openAndClose(CrashSite site) throws IOException {
        for (String name : names(site)) {
            if (LogWork.isFixed(name)) {
                FixedRecordLog.open(site.logs().resolve(name), site.fixedOptions())
                        .close();
            } else {
                RecordLog.open(site.logs().resolve(name), site.variableOptions())
                        .close();
            }
        }
    }

    private static List<String> names(CrashSite site) throws IOException {
        if (!Files.isDirectory(site.logs())) {
            return List.of();
        }
        try (Stream<java.nio.file.Path> files = Files.list(site.logs())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> Expected.isOwnLog(name) && name.indexOf('.') < 0)
                    .sorted()
                    .toList();
        }
    }

    private long fixed(String name) throws IOException {
        long startNs = System.nanoTime();
        try (FixedRecordLog log = FixedRecordLog.open(site.logs().resolve(name), site.fixedOptions())) {
            long openingNs = System.nanoTime() - startNs;
            long kept = kept(name, log.count(), log.isSealed());
            byte[] body = new byte[CrashSite.fixedBodyBytes()];
            for (long number = 1; number <= log.count(); number++) {
                boolean equal = log.read(number, body) && Arrays.equals(body, Content.body(name, number, body.length));
                boolean lost = expected.mayBeVoid(name, number, log.isVoid(number), kept);
                if (!equal && !lost) {
                    faults.add(name + ": another record stands there [number=" + number + ", void=" + log.isVoid(number)
                            + ", kept=" + kept + "]");
                }
            }
            log.verify().forEach(fault -> faults.add(name + ": " + fault));
            return openingNs;
        }
    }

    private long variable(String name) throws IOException {
        long startNs = System.nanoTime();
        try (RecordLog log = RecordLog.open(site.logs().resolve(name), site.variableOptions())) {
            long openingNs = System.nanoTime() - startNs;
            kept(name, log.count(), log.isSealed());
            log.forEach(1, (number, body) -> {
                if (!Arrays.equals(body, Content.body(name, number, Content.bodyBytes(name, number)))) {
                    faults.add(name + ": another record stands there [number=" + number + "]");
                }
            });
            log.verify().forEach(fault -> faults.add(name + ": " + fault));
            return openingNs;
        }
    }

    /// How many records must be there; says when they are not, or more than were begun.
    private long kept(String name, long found, boolean isSealed) {
        Expected.Count count = expected.count(name);
        long kept = loss == Loss.PROCESS && expected.stillWhole(name) ? count.acknowledged : count.durable;
        if (found < kept || found > count.begun) {
            faults.add(name + ": records are lost or were never written [found=" + found + ", at_least=" + kept
                    + ", at_most=" + count.begun + "]");
        }
        if (expected.sealed().contains(name) && !isSealed) {
            faults.add(name + ": the log was sealed and is not");
        }
        counts.put(name, found);
        return kept;
    }
}
