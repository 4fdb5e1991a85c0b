package io.m17.ledger.payload;

import io.m17.journal.RecoveryReport;
import java.util.Optional;

/// Says in one line what opening a log had to mend, if anything.
public final class LogReport {
    private LogReport() {}

    public static Optional<String> of(RecoveryReport report) {
        if (report.voided() == 0 && report.cutRecords() == 0 && report.cutBytes() == 0) {
            return Optional.empty();
        }
        return Optional.of(report.file().getFileName() + ": not closed cleanly [records=" + report.records()
                + ", voided=" + report.voided() + ", cut_records=" + report.cutRecords() + ", cut_bytes="
                + report.cutBytes() + "]");
    }
}
