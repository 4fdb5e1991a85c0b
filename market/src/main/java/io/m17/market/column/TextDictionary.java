package io.m17.market.column;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;

/// Distinct texts numbered from 0 in order of appearance. Open addressing over the UTF-8 bytes, so that a parser can
/// look up a slice of its buffer without making a string.
public final class TextDictionary {
    private final List<byte[]> texts = new ArrayList<>();
    private int[] checksums = new int[16];
    private int[] table = new int[64];

    /// The number of distinct texts.
    public int size() {
        return texts.size();
    }

    /// The code of a text, added when it is new.
    public int code(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return code(utf8, 0, utf8.length);
    }

    /// The code of the UTF-8 bytes `[offset, offset + length)`, added when they are new.
    public int code(byte[] buffer, int offset, int length) {
        int mask = table.length - 1;
        int slot = hash(buffer, offset, length) & mask;
        while (table[slot] != 0) {
            byte[] known = texts.get(table[slot] - 1);
            if (Arrays.equals(known, 0, known.length, buffer, offset, offset + length)) {
                return table[slot] - 1;
            }
            slot = (slot + 1) & mask;
        }
        return add(Arrays.copyOfRange(buffer, offset, offset + length), slot);
    }

    /// The code of UTF-8 bytes, or -1 when they are not in here.
    public int find(byte[] utf8) {
        int mask = table.length - 1;
        int slot = hash(utf8, 0, utf8.length) & mask;
        while (table[slot] != 0) {
            if (Arrays.equals(texts.get(table[slot] - 1), utf8)) {
                return table[slot] - 1;
            }
            slot = (slot + 1) & mask;
        }
        return -1;
    }

    public String text(int code) {
        return new String(texts.get(code), StandardCharsets.UTF_8);
    }

    /// The UTF-8 bytes behind a code; not to be written to.
    public byte[] utf8(int code) {
        return texts.get(code);
    }

    /// CRC-32C of the UTF-8 bytes behind a code.
    public int checksum(int code) {
        return checksums[code];
    }

    /// The checksums behind `count` codes that begin at an index, from the start of an array on.
    void checksums(int[] codes, int from, int count, int[] into) {
        for (int i = 0; i < count; i++) {
            into[i] = checksums[codes[from + i]];
        }
    }

    private int add(byte[] utf8, int slot) {
        texts.add(utf8);
        int code = texts.size() - 1;
        if (code == checksums.length) {
            checksums = Arrays.copyOf(checksums, code * 2);
        }
        CRC32C crc = new CRC32C();
        crc.update(utf8, 0, utf8.length);
        checksums[code] = (int) crc.getValue();
        table[slot] = code + 1;
        if (texts.size() * 2 > table.length) {
            rehash();
        }
        return code;
    }

    private void rehash() {
        table = new int[table.length * 2];
        int mask = table.length - 1;
        for (int code = 0; code < texts.size(); code++) {
            byte[] utf8 = texts.get(code);
            int slot = hash(utf8, 0, utf8.length) & mask;
            while (table[slot] != 0) {
                slot = (slot + 1) & mask;
            }
            table[slot] = code + 1;
        }
    }

    private static int hash(byte[] buffer, int offset, int length) {
        int hash = length;
        for (int i = offset; i < offset + length; i++) {
            hash = hash * 31 + buffer[i];
        }
        return hash ^ (hash >>> 15);
    }
}
