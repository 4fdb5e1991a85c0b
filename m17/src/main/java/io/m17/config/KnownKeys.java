package io.m17.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeSet;

/// The keys of the reference configuration, against which a file is held.
final class KnownKeys {
    private final TreeSet<String> keys = new TreeSet<>();

    KnownKeys(Config reference) {
        reference.entrySet().forEach(entry -> keys.add(entry.getKey()));
        addTables("", reference.root());
    }

    /// A key that is `{}` in the reference takes any names below it.
    private void addTables(String prefix, ConfigObject object) {
        object.forEach((name, value) -> {
            if (value instanceof ConfigObject nested) {
                if (nested.isEmpty()) {
                    keys.add(prefix + name);
                }
                addTables(prefix + name + ".", nested);
            }
        });
    }

    /// Refuses the first key that is not known, with its place and the known one that is most like it.
    void check(Config config) {
        check("", config.root());
    }

    private void check(String prefix, ConfigObject object) {
        for (Map.Entry<String, ConfigValue> entry : object.entrySet()) {
            String key = prefix + entry.getKey();
            if (keys.contains(key)) {
                checkValue(key, entry.getValue());
                continue;
            }
            boolean branch = keys.stream().anyMatch(known -> known.startsWith(key + "."));
            if (branch && entry.getValue() instanceof ConfigObject nested) {
                check(key + ".", nested);
            } else {
                throw new SettingsException("there is no such key [key=" + key + ", at="
                        + entry.getValue().origin().description() + "]; did you mean " + nearest(key) + "?");
            }
        }
    }

    private static void checkValue(String key, ConfigValue value) {
        if (value.valueType() == ConfigValueType.NULL) {
            throw new SettingsException("the key has no value [key=" + key + ", at="
                    + value.origin().description() + "]; leave it out for its default");
        }
    }

    private String nearest(String key) {
        return keys.stream()
                .min(Comparator.comparingInt((String known) -> distance(known, key))
                        .thenComparing(Comparator.naturalOrder()))
                .orElseThrow();
    }

    /// The number of letters to insert, remove or replace.
    static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
