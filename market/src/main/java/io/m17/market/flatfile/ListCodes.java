package io.m17.market.flatfile;

import io.m17.market.column.TextDictionary;
import java.util.Arrays;

/// The codes of comma-separated number lists in a dictionary. Lists of up to eight bytes, which nearly all are, are
/// remembered in a small direct-mapped table, so that they are neither checked nor hashed again. Allocates nothing a
/// row.
final class ListCodes {
    private static final int SLOTS_LOG2 = 8;
    private static final int NOT_A_LIST = -1;
    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

    private final Line line;
    private final Values values;
    private final long[] keys = new long[1 << SLOTS_LOG2];
    private final int[] codes = new int[1 << SLOTS_LOG2];
    private TextDictionary dictionary = new TextDictionary();

    ListCodes(Line line, Values values) {
        this.line = line;
        this.values = values;
        Arrays.fill(codes, NOT_A_LIST);
    }

    /// Goes to a dictionary; codes of another one are forgotten.
    void use(TextDictionary dictionary) {
        if (this.dictionary != dictionary) {
            this.dictionary = dictionary;
            Arrays.fill(codes, NOT_A_LIST);
        }
    }

    /// The code of a field; one that is neither empty nor a list of numbers is a fault of the values.
    int code(int column) {
        int length = line.length(column);
        if (length > Long.BYTES) {
            return checkedCode(column);
        }
        long key = length == 0 ? 0 : Bytes.eight(line.bytes, line.starts[column]) << (Long.SIZE - length * Byte.SIZE);
        int slot = (int) ((key * MULTIPLIER) >>> (Long.SIZE - SLOTS_LOG2));
        if (keys[slot] != key || codes[slot] == NOT_A_LIST) {
            keys[slot] = key;
            codes[slot] = checkedCode(column);
        }
        return codes[slot];
    }

    private int checkedCode(int column) {
        byte[] bytes = line.bytes;
        int end = line.ends[column];
        for (int i = line.starts[column]; i < end; i++) {
            if ((bytes[i] < '0' || bytes[i] > '9') && bytes[i] != ',') {
                values.fail(column, Numbers.NOT_A_LIST);
                return NOT_A_LIST;
            }
        }
        return dictionary.code(bytes, line.starts[column], line.length(column));
    }
}
