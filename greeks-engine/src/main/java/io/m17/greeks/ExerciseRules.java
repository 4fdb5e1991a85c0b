package io.m17.greeks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// Exercise and settlement a root: the table `european-roots.csv`, and what configuration adds to it. Immutable,
/// thread-safe.
public final class ExerciseRules {
    /// Stands for every root among the added ones.
    public static final String ALL = "*";

    private static final String TABLE = "european-roots.csv";
    private static final String HEADER = "root,settlement";
    private static final ExerciseRule ADDED = new ExerciseRule(ExerciseStyle.EUROPEAN, Settlement.PM);

    private final Map<String, ExerciseRule> listed;
    private final boolean all;

    private ExerciseRules(Map<String, ExerciseRule> listed, boolean all) {
        this.listed = Map.copyOf(listed);
        this.all = all;
    }

    /// The table, with these roots European and settled at the close unless the table knows better.
    public static ExerciseRules withEuropean(Set<String> added) {
        Map<String, ExerciseRule> rules = read();
        added.forEach(root -> rules.putIfAbsent(root, ADDED));
        return new ExerciseRules(rules, added.contains(ALL));
    }

    /// The rule of a root.
    public ExerciseRule of(String root) {
        return listed.getOrDefault(root, all ? ADDED : ExerciseRule.SHARES);
    }

    private static Map<String, ExerciseRule> read() {
        try (InputStream in = ExerciseRules.class.getResourceAsStream(TABLE)) {
            if (in == null) {
                throw new IllegalStateException(
                        "a table is missing from the jar [table=" + TABLE + "], build it again");
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("a table is unreadable [table=" + TABLE + "], build the jar again", e);
        }
    }

    private static Map<String, ExerciseRule> parse(String text) {
        Map<String, ExerciseRule> rules = new HashMap<>();
        text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .skip(1)
                .forEach(line -> {
                    int comma = line.indexOf(',');
                    if (comma < 1) {
                        throw new IllegalStateException(
                                "malformed table [table=" + TABLE + ", columns=" + HEADER + ", line=" + line + "]");
                    }
                    Settlement settlement =
                            Settlement.valueOf(line.substring(comma + 1).strip());
                    rules.put(line.substring(0, comma), new ExerciseRule(ExerciseStyle.EUROPEAN, settlement));
                });
        return rules;
    }
}
