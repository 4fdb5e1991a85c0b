package io.m17.market.column;

/// A growable column of texts with few distinct values, held as codes into a dictionary of its own; confined to one
/// thread at a time.
public final class TextVector implements Vector {
    private final IntVector codes = new IntVector();
    private TextDictionary dictionary = new TextDictionary();

    @Override
    public int size() {
        return codes.size();
    }

    /// Forgets the rows from `size` on and keeps the dictionary.
    @Override
    public void truncate(int size) {
        codes.truncate(size);
    }

    /// Forgets the rows and takes a new dictionary.
    void reset() {
        codes.truncate(0);
        dictionary = new TextDictionary();
    }

    public void append(String text) {
        codes.append(dictionary.code(text));
    }

    public void append(byte[] buffer, int offset, int length) {
        codes.append(dictionary.code(buffer, offset, length));
    }

    /// Appends a code that [#dictionary()] gave.
    public void appendCode(int code) {
        codes.append(code);
    }

    /// Appends `count` codes of no particular content, to be stored through [#codes()], and returns the index of the
    /// first.
    public int extend(int count) {
        return codes.extend(count);
    }

    public String get(int index) {
        return dictionary.text(codes.get(index));
    }

    public int code(int index) {
        return codes.get(index);
    }

    /// The codes behind the rows, valid up to [#size()] until the next append.
    public int[] codes() {
        return codes.array();
    }

    public TextDictionary dictionary() {
        return dictionary;
    }

    /// Rows of equal text mostly stand together, so a text is looked up where it changes.
    @Override
    public void appendFrom(Vector source, int from, int to) {
        TextVector other = (TextVector) source;
        int[] theirs = other.codes.array();
        int at = codes.extend(to - from);
        int[] ours = codes.array();
        int known = -1;
        int code = -1;
        for (int row = from; row < to; row++) {
            if (theirs[row] != known) {
                known = theirs[row];
                byte[] utf8 = other.dictionary.utf8(known);
                code = dictionary.code(utf8, 0, utf8.length);
            }
            ours[at + row - from] = code;
        }
    }

    @Override
    public void reorder(int from, int[] order) {
        codes.reorder(from, order);
    }
}
