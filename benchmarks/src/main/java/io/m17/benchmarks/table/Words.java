package io.m17.benchmarks.table;

import java.util.List;
import java.util.Locale;

/// Figures as the table prints them: three digits.
final class Words {
    private static final double NS_PER_US = 1e3;
    private static final double NS_PER_MS = 1e6;
    private static final double BYTES_PER_MIB = 1 << 20;
    private static final double BYTES_PER_GIB = 1 << 30;

    private Words() {}

    static String time(double ns) {
        if (ns < NS_PER_US) {
            return number(ns) + " ns";
        }
        return ns < NS_PER_MS ? number(ns / NS_PER_US) + " µs" : number(ns / NS_PER_MS) + " ms";
    }

    static String time(long ns) {
        return time((double) ns);
    }

    static String seconds(double seconds) {
        return number(seconds) + " s";
    }

    static String ratio(double ratio) {
        return number(ratio) + "×";
    }

    /// Less than half a byte an operation is what the measuring itself allocates.
    static String bytes(double bytes) {
        return bytes < 0.5 ? "0" : String.format(Locale.ROOT, "%.0f", bytes);
    }

    static String memory(double bytes) {
        return bytes < BYTES_PER_GIB ? number(bytes / BYTES_PER_MIB) + " MiB" : number(bytes / BYTES_PER_GIB) + " GiB";
    }

    /// What is wrong about a line's work, to stand behind it; nothing when nothing is.
    static String faults(List<String> faults) {
        return faults.isEmpty()
                ? ""
                : " (**wrong**: " + String.join("; ", faults).replace('|', '/') + ")";
    }

    static String number(double value) {
        if (value >= 100) {
            return String.format(Locale.ROOT, "%,.0f", value);
        }
        String text = String.format(Locale.ROOT, value >= 10 ? "%.1f" : "%.2f", value);
        return text.replaceAll("\\.?0+$", "");
    }
}
