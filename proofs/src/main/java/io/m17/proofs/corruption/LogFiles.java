package io.m17.proofs.corruption;

import io.m17.journal.LogFault;
import java.util.List;
import java.util.concurrent.Callable;

/// What all files of the record logs have in common.
final class LogFiles {
    static final List<Subject.Range> HEADER = List.of(new Subject.Range(0, 4096));

    private LogFiles() {}

    /// The faults in words; a file that cannot even be opened has one.
    static List<String> faults(Callable<List<LogFault>> verify) {
        try {
            return verify.call().stream().map(LogFault::toString).toList();
        } catch (Exception e) {
            if (Refused.isTyped(e)) {
                return List.of(String.valueOf(e.getMessage()));
            }
            throw new Refused.UndeclaredException(e);
        }
    }

    /// The values, or a single refusal when the file as a whole is refused.
    static List<Object> values(Callable<List<Object>> read) {
        return Refused.or(read::call) instanceof List<?> values ? List.copyOf(values) : List.of(Refused.TYPED);
    }
}
