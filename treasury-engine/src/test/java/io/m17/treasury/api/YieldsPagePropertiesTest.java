package io.m17.treasury.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.m17.treasury.api.YieldsApiException.Fault;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/// Whatever a server sends, it gives curves or a typed fault.
final class YieldsPagePropertiesTest {
    private static final URI URL = URI.create("http://127.0.0.1");
    private static final byte[] PAGE = """
            {"status":"OK","results":[{"date":"2026-07-02","yield_1_month":3.70,"yield_30_year":null,"x":[{}]},
            {"date":"2026-07-01","yield_1_month":-0.02,"yield_10_year":4.41}],"next_url":"https://api.massive.com/x"}""".getBytes(StandardCharsets.UTF_8);

    private static void read(byte[] page) {
        CurveCollection curves = new CurveCollection();
        try {
            YieldsPage.read(URL, page, curves);
            assertTrue(curves.answer(URL, Instant.EPOCH).curves().size() <= 2);
        } catch (YieldsApiException e) {
            assertEquals(Fault.UNREADABLE, e.fault());
        }
    }

    @Property(seed = "17")
    void readsOrRefusesAPageWithAnotherByte(@ForAll @IntRange(max = 1 << 20) int at, @ForAll byte value) {
        byte[] page = PAGE.clone();
        page[at % page.length] = value;
        read(page);
    }

    @Property(seed = "17")
    void readsOrRefusesAPageThatIsCut(@ForAll @IntRange(max = 1 << 20) int at) {
        read(Arrays.copyOf(PAGE, at % PAGE.length));
    }

    @Property(seed = "17")
    void readsOrRefusesAnyBytes(@ForAll byte[] page) {
        read(page);
    }
}
