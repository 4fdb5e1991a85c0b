package io.m17.proofs.races;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Checks that the records of one log come whole and that each appender's come in order, none twice and none left out.
final class Following {
    private final String log;
    private final boolean fixedLength;
    private final List<String> failures;
    private final int[] next;
    private long records;

    /// @param failures takes what is wrong
    Following(String log, boolean fixedLength, int appenders, List<String> failures) {
        this.log = log;
        this.fixedLength = fixedLength;
        this.failures = failures;
        this.next = new int[appenders];
    }

    long records() {
        return records;
    }

    void take(long number, byte[] body) {
        records++;
        check(body).ifPresent(what -> failures.add("%s, record %d: %s".formatted(log, number, what)));
    }

    private Optional<String> check(byte[] body) {
        int appender = TailedBody.appender(body);
        int sequence = TailedBody.sequence(body);
        if (appender < 0 || appender >= next.length) {
            return Optional.of("no appender wrote this");
        }
        int lengthBytes = fixedLength ? body.length : TailedBody.lengthBytes(appender, sequence);
        if (!Arrays.equals(body, TailedBody.of(appender, sequence, lengthBytes))) {
            return Optional.of("the body is torn");
        }
        int expected = next[appender];
        next[appender] = sequence + 1;
        return sequence == expected
                ? Optional.empty()
                : Optional.of("appender %d is at %d, not at %d".formatted(appender, sequence, expected));
    }
}
