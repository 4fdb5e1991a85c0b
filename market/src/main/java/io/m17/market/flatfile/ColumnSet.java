package io.m17.market.flatfile;

import java.util.List;

/// The columns of a kind of file: those that must be there, those that may be, and those that are known and not read.
record ColumnSet(List<String> required, List<String> optional, List<String> ignored) {
    ColumnSet {
        required = List.copyOf(required);
        optional = List.copyOf(optional);
        ignored = List.copyOf(ignored);
    }

    boolean isKnown(String name) {
        return required.contains(name) || optional.contains(name) || ignored.contains(name);
    }
}
