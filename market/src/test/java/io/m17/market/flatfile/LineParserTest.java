package io.m17.market.flatfile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class LineParserTest {
    private static final List<String> NAMES = List.of("text", "whole", "list", "decimal");
    private static final ColumnSet COLUMNS =
            new ColumnSet(NAMES, List.of(), List.of(), List.of("whole"), List.of("decimal"));

    @Test
    void readsQuotedListsAndNumbers() {
        assertEquals(List.of("A|7|12,37|1500000", "B|0||2000000"), parse("A,7,\"12,37\",1.5\nB,0,,2\n"));
    }

    @Test
    void readsLinesThatEndInACarriageReturn() {
        assertEquals(List.of("A|7|1|1500000", "A|8||1000000"), parse("A,7,1,1.5\r\nA,8,,\"1\"\r\n"));
    }

    @Test
    void readsNumbersInQuotes() {
        assertEquals(List.of("A|7|1|1500000"), parse("\"A\",\"7\",\"1\",\"1.5\"\n"));
    }

    @Test
    void saysWhatIsWrongWithTheShape() {
        assertEquals(
                List.of(
                        "wrong number of fields [expected=4, found=3]",
                        "wrong number of fields [expected=4, found=5]",
                        "quotes are unbalanced",
                        "quotes are unbalanced",
                        "quotes are unbalanced",
                        "the line is empty",
                        "A|1|1|1000000"),
                parse("A,1,1\nA,1,1,1,1\nA,1,\"1,1\nA,1,1\"2,1\nA,1,\"1\"2,1\n\nA,1,1,1\n"));
    }

    @Property(tries = 2_000)
    void readsAnyLineAsTheSlowWayDoes(@ForAll @Size(min = 1, max = 6) List<@From("lines") String> lines) {
        assertEquals(slowly(lines), parse(String.join("\n", lines) + "\n"));
    }

    @Property(tries = 500)
    void readsSoundLines(@ForAll @Size(max = 30) List<@From("sound") String> lines) {
        List<String> expected = lines.stream()
                .map(line -> line.replace("\"", "").replaceFirst("^(.*?),(.*?),(.*),(.*?)$", "$1|$2|$3|$4000000"))
                .toList();
        assertEquals(
                expected,
                parse(String.join("", lines.stream().map(line -> line + "\n").toList())));
    }

    @Provide
    Arbitrary<String> lines() {
        return Arbitraries.strings().withChars("A1,,,,\".\r-").ofMaxLength(20);
    }

    @Provide
    Arbitrary<String> sound() {
        Arbitrary<String> ticker =
                Arbitraries.strings().withChars("ABC:.").ofMinLength(1).ofMaxLength(30);
        Arbitrary<Integer> whole = Arbitraries.integers().between(0, 99_999);
        Arbitrary<String> list = Arbitraries.of("", "12", "\"12,37\"", "\"14,41,12\"");
        Arbitrary<Integer> decimal = Arbitraries.integers().between(1, 9_999);
        return Combinators.combine(ticker, whole, list, decimal).as((a, b, c, d) -> a + "," + b + "," + c + "," + d);
    }

    private static List<String> parse(String text) {
        Line line = new Line(NAMES, COLUMNS);
        LineParser parser = new LineParser(line);
        byte[] bytes = padded(text);
        List<String> parsed = new ArrayList<>();
        parser.open(bytes, 0);
        for (int index = 0; index < text.length(); ) {
            index = parser.parse(index);
            parsed.add(show(line));
        }
        return parsed;
    }

    private static List<String> slowly(List<String> lines) {
        List<String> parsed = new ArrayList<>();
        for (String text : lines) {
            Line line = new Line(NAMES, COLUMNS);
            line.bytes = padded(text + "\n");
            assertEquals(text.length() + 1, LineSplitter.split(line, 0));
            parsed.add(show(line));
        }
        return parsed;
    }

    private static String show(Line line) {
        if (line.shapeFault != null) {
            return line.shapeFault;
        }
        return text(line, 0) + "|" + line.numbers[1] + "|" + text(line, 2) + "|" + line.numbers[3];
    }

    private static String text(Line line, int column) {
        return new String(line.bytes, line.starts[column], line.length(column), StandardCharsets.US_ASCII);
    }

    private static byte[] padded(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        byte[] padded = Arrays.copyOf(bytes, bytes.length + Bytes.PADDING_BYTES);
        Arrays.fill(padded, bytes.length, padded.length, (byte) ',');
        return padded;
    }
}
