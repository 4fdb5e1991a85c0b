package io.m17.market.artifact;

import io.m17.market.column.TextDictionary;
import io.m17.market.column.TextVector;
import io.m17.market.column.Vector;
import java.util.Arrays;
import org.apache.parquet.column.statistics.Statistics;
import org.jspecify.annotations.Nullable;

/// Pages of dictionary codes. The dictionary is the row group's: texts in order of appearance, so that the file
/// does not depend on the codes that the batches happen to use, and codes that no row uses are dropped.
final class TextPageEncoder implements PageEncoder {
    private final int[] codes;
    private int size;

    private TextDictionary dictionary = new TextDictionary();
    private @Nullable TextDictionary source;
    /// From a code of the source to the row group's code + 1; 0 where none is known yet.
    private int[] known = new int[64];
    /// By the row group's code, the last page that had it.
    private int[] seenInPage = new int[64];

    private int page;

    TextPageEncoder(int pageRows) {
        this.codes = new int[pageRows];
    }

    @Override
    public void take(Vector vector, int from, int to) {
        TextVector texts = (TextVector) vector;
        use(texts.dictionary());
        int[] theirs = texts.codes();
        for (int i = from; i < to; i++) {
            int code = known[theirs[i]] - 1;
            codes[size++] = code >= 0 ? code : learn(texts.dictionary(), theirs[i]);
        }
    }

    /// A batch keeps its dictionary and only adds to it, so what is known about it stays true.
    private void use(TextDictionary next) {
        if (source != next) {
            source = next;
            Arrays.fill(known, 0);
        }
        if (next.size() > known.length) {
            known = Arrays.copyOf(known, Math.max(next.size(), known.length * 2));
        }
    }

    private int learn(TextDictionary theirs, int theirCode) {
        byte[] utf8 = theirs.utf8(theirCode);
        int code = dictionary.code(utf8, 0, utf8.length);
        known[theirCode] = code + 1;
        return code;
    }

    @Override
    public void encode(ByteSink body, Statistics.Builder statistics) {
        describe(statistics);
        int width = HybridEncoder.widthOf(dictionary.size() - 1);
        body.putByte(width);
        HybridEncoder.encode(codes, size, width, body);
        size = 0;
    }

    private void describe(Statistics.Builder statistics) {
        page++;
        if (dictionary.size() > seenInPage.length) {
            seenInPage = Arrays.copyOf(seenInPage, Math.max(dictionary.size(), seenInPage.length * 2));
        }
        byte[] min = dictionary.utf8(codes[0]);
        byte[] max = min;
        for (int i = 0; i < size; i++) {
            int code = codes[i];
            if (seenInPage[code] != page) {
                seenInPage[code] = page;
                byte[] text = dictionary.utf8(code);
                min = Arrays.compareUnsigned(text, min) < 0 ? text : min;
                max = Arrays.compareUnsigned(text, max) > 0 ? text : max;
            }
        }
        statistics.withMin(min).withMax(max).withNumNulls(0);
    }

    /// The number of texts in the row group's dictionary.
    int dictionarySize() {
        return dictionary.size();
    }

    /// Writes the row group's dictionary page, each text with its length before it, and starts the next row group's.
    void encodeDictionary(ByteSink body) {
        for (int code = 0; code < dictionary.size(); code++) {
            byte[] utf8 = dictionary.utf8(code);
            body.putInt(utf8.length);
            body.put(utf8, 0, utf8.length);
        }
        dictionary = new TextDictionary();
        source = null;
        Arrays.fill(seenInPage, 0);
        page = 0;
    }
}
