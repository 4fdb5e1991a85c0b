package io.m17.market.artifact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArtifactUriTest {
    private static final ArtifactFile FILE = new ArtifactFile(LocalDate.of(2025, 6, 2), "trade", "settled", 1);

    @Test
    void printsAsTheDesignSays() {
        ArtifactUri uri = FILE.rows(1200, 1450);
        assertEquals(
                "session=2025-06-02/artifacts/trade/source=settled/part-000001.parquet#rows=1200-1450", uri.toString());
        assertEquals(250, uri.count());
        assertEquals(uri, ArtifactUri.parse(uri.toString()));
    }

    @Test
    void aFileStandsBelowTheStateDirectory() {
        Path state = Path.of("ledger.state");
        assertEquals(
                state.resolve("session=2025-06-02/artifacts/trade/source=settled/part-000001.parquet"), FILE.in(state));
    }

    @Property(tries = 200, seed = "17")
    void everyUriParsesBack(
            @ForAll @IntRange(max = 3_000_000) int day,
            @ForAll @IntRange(max = 999_999_999) int part,
            @ForAll @LongRange(max = 1L << 50) long from,
            @ForAll @LongRange(max = 1L << 50) long count) {
        LocalDate session = LocalDate.ofEpochDay(day).withYear(1990 + day % 100);
        ArtifactUri uri = new ArtifactFile(session, "aggregate", "live_1", part).rows(from, from + count);
        assertEquals(uri, ArtifactUri.parse(uri.toString()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "session=2025-06-02/artifacts/trade/source=settled/part-000001.parquet",
                "session=2025-06-02/artifacts/trade/source=settled/part-000001.parquet#rows=5",
                "session=2025-06-02/artifacts/trade/source=settled/part-000001.parquet#rows=5-4",
                "session=2025-06-02/artifacts/trade/source=settled/part-000001.parquet#rows=05-7",
                "session=2025-06-02/artifacts/trade/source=settled/part-000001.parquet#rows=0-9999999999999999999",
                "session=2025-06-31/artifacts/trade/source=settled/part-000001.parquet#rows=0-1",
                "session=2025-06-02/artifacts/../source=settled/part-000001.parquet#rows=0-1",
                "session=2025-06-02/artifacts/trade/source=settled/part-0000001.parquet#rows=0-1",
                "/session=2025-06-02/artifacts/trade/source=settled/part-000001.parquet#rows=0-1",
                "session=2025-06-02/artifacts/trade/source=settled/part-000001.parquet#rows=0-1\n"
            })
    void refusesAnythingElse(String uri) {
        assertThrows(IllegalArgumentException.class, () -> ArtifactUri.parse(uri));
    }

    @Test
    void refusesNamesThatLeaveTheDirectory() {
        LocalDate session = LocalDate.of(2025, 6, 2);
        assertThrows(IllegalArgumentException.class, () -> new ArtifactFile(session, "../trade", "live", 1));
        assertThrows(IllegalArgumentException.class, () -> new ArtifactFile(session, "trade", "a/b", 1));
        assertThrows(IllegalArgumentException.class, () -> new ArtifactFile(session, "trade", "live", -1));
    }
}
