package io.m17.benchmarks.day;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How many expected windows are not filled, by column of the ledger, as `m17 status --json` has it.
record Coverage(Map<String, Long> missing) {
    private static final Pattern COLUMN =
            Pattern.compile("\"(\\w+)\"\\s*:\\s*\\{\\s*\"expected\"\\s*:\\s*(\\d+)\\s*,\\s*\"filled\"\\s*:\\s*(\\d+)");

    static Coverage parse(String status) {
        Map<String, Long> missing = new HashMap<>();
        Matcher column = COLUMN.matcher(status);
        while (column.find()) {
            missing.merge(
                    column.group(1), Long.parseLong(column.group(2)) - Long.parseLong(column.group(3)), Long::sum);
        }
        if (missing.isEmpty()) {
            throw new IllegalArgumentException("no column is counted there [status=" + status + "]");
        }
        return new Coverage(Map.copyOf(missing));
    }
}
