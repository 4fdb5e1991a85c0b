package io.m17.market.flatfile;

import java.util.List;

/// The columns of a kind of file: those that must be there, those that may be, those that are known and not read; and
/// which of them are numbers or decimals, the others being texts.
record ColumnSet(
        List<String> required,
        List<String> optional,
        List<String> ignored,
        List<String> numbers,
        List<String> decimals) {
    ColumnSet {
        required = List.copyOf(required);
        optional = List.copyOf(optional);
        ignored = List.copyOf(ignored);
        numbers = List.copyOf(numbers);
        decimals = List.copyOf(decimals);
    }

    boolean isKnown(String name) {
        return required.contains(name) || optional.contains(name) || ignored.contains(name);
    }
}
