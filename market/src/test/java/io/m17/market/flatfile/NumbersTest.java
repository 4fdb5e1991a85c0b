package io.m17.market.flatfile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
    @ParameterizedTest
    @CsvSource({
        "0,0",
        "7,7",
        "00000012,12",
        "12345678,12345678",
        "123456789,123456789",
        "1679990400018025984,1679990400018025984",
        "9223372036854775807,9223372036854775807",
        "0000000000000000001,1",
        "'',-1",
        "x,-2",
        "1.5,-2",
        "1 2,-2",
        "+1,-2",
        "-,-2",
        "--1,-2",
        "123456789012345678x,-2",
        "-1,-3",
        "-123456789012345678,-3",
        "9223372036854775808,-4",
        "9999999999999999999,-4",
        "12345678901234567890,-4"
    })
    void readsWholeNumbers(String text, long expected) {
        assertEquals(expected, Numbers.whole(padded(text), 3, 3 + text.length()));
    }

    @ParameterizedTest
    @CsvSource({
        "0,0",
        "5,5000000",
        "300,300000000",
        "49.18,49180000",
        "276.16,276160000",
        "0.007300,7300",
        "0.000001,1",
        ".5,500000",
        "5.,5000000",
        "12345678,12345678000000",
        "114.790000,114790000",
        "114.7900000000,114790000",
        "999999999999.999999,999999999999999999",
        "'',-1",
        ".,-2",
        "1..2,-2",
        "1.2.3,-2",
        "1e5,-2",
        "abc,-2",
        "NaN,-2",
        "1.2345678x,-2",
        "-1,-3",
        "-0.5,-3",
        "-12345678.5,-3",
        "1000000000000,-4",
        "1.1234567,-5",
        "0.0000001,-5",
        "123456.12345678,-5"
    })
    void readsDecimalsInMillionths(String text, long expected) {
        assertEquals(expected, Numbers.millionths(padded(text), 3, 3 + text.length()));
    }

    @Property
    void readsEveryWholeNumberExactly(@ForAll("digits") String text) {
        BigInteger value = new BigInteger(text);
        boolean fits = text.length() <= 19 && value.bitLength() < 64;
        assertEquals(
                fits ? value.longValueExact() : Numbers.TOO_LARGE, Numbers.whole(padded(text), 3, 3 + text.length()));
    }

    @Property
    void readsEveryDecimalExactlyOrNotAtAll(@ForAll("digits") String whole, @ForAll("digits") String fraction) {
        String text = whole + "." + fraction;
        BigDecimal millionths = new BigDecimal(text).movePointRight(6).stripTrailingZeros();
        long expected = whole.length() > 12
                ? Numbers.TOO_LARGE
                : millionths.scale() > 0 ? Numbers.TOO_MANY_DECIMALS : millionths.longValueExact();
        assertEquals(expected, Numbers.millionths(padded(text), 3, 3 + text.length()));
    }

    @Property
    void takesNothingButDigitsForANumber(@ForAll("texts") String text) {
        boolean isNumber = text.matches("[0-9]{1,18}");
        assertEquals(isNumber, Numbers.whole(padded(text), 3, 3 + text.length()) >= 0);
        boolean isDecimal = text.matches("[0-9]{0,12}(\\.[0-9]{0,6}0*)?") && text.matches(".*[0-9].*");
        assertEquals(isDecimal, Numbers.millionths(padded(text), 3, 3 + text.length()) >= 0);
    }

    @Provide
    Arbitrary<String> digits() {
        return Arbitraries.strings().withChars("0019").ofMinLength(1).ofMaxLength(21);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars("0123.-+e ~").ofMaxLength(14);
    }

    /// The text with other digits around it, which must not count.
    private static byte[] padded(String text) {
        byte[] bytes = ("777" + text).getBytes(StandardCharsets.ISO_8859_1);
        byte[] padded = Arrays.copyOf(bytes, bytes.length + Bytes.PADDING_BYTES);
        Arrays.fill(padded, bytes.length, padded.length, (byte) '8');
        return padded;
    }
}
