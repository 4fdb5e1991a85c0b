package io.m17.market.flatfile;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The first line of a file: which column stands where, by name.
record Header(List<String> names) {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    Header {
        names = List.copyOf(names);
    }

    static Header parse(byte[] buffer, int from, int to) {
        String line = new String(buffer, from, to - from, StandardCharsets.UTF_8);
        List<String> names = new ArrayList<>();
        for (String name : line.strip().replace(BYTE_ORDER_MARK, "").split(",", -1)) {
            names.add(name.strip().replace("\"", ""));
        }
        return new Header(names);
    }

    /// What keeps a file from being read: columns that are needed and not there, or a name that stands twice. Empty
    /// when there is nothing.
    List<String> faults(ColumnSet columns) {
        List<String> faults = new ArrayList<>();
        for (String name : columns.required()) {
            if (!names.contains(name)) {
                faults.add(name + " is missing");
            }
        }
        for (String name : names) {
            if (names.indexOf(name) != names.lastIndexOf(name) && !faults.contains(name + " stands twice")) {
                faults.add(name + " stands twice");
            }
        }
        return faults;
    }

    List<String> unknown(ColumnSet columns) {
        return names.stream().filter(name -> !columns.isKnown(name)).toList();
    }

    List<String> missing(ColumnSet columns) {
        return columns.optional().stream().filter(name -> !names.contains(name)).toList();
    }

    Line newLine(ColumnSet columns) {
        return new Line(names, columns);
    }

    /// The place of a column, or that of [Line#absent()].
    int indexOf(String name) {
        int index = names.indexOf(name);
        return index < 0 ? names.size() : index;
    }
}
