package io.m17.benchmarks.day;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CompletenessTest {
    /// As `m17 status --json` prints it.
    private static final String STATUS = """
            {
              "sessions" : [ {
                "date" : "2025-06-02",
                "columns" : {
                  "trade_ref" : {
                    "expected" : 780,
                    "filled" : 780,
                    "known_empty" : 12
                  },
                  "quote_ref" : {
                    "expected" : 780,
                    "filled" : 390,
                    "known_empty" : 0
                  }
                }
              } ]
            }
            """;

    @Test
    void countsWhatIsMissingByColumn() {
        assertEquals(
                Map.of("trade_ref", 0L, "quote_ref", 390L),
                Coverage.parse(STATUS).missing());
        assertThrows(IllegalArgumentException.class, () -> Coverage.parse("{}"));
    }

    @Test
    void namesWindowsThatCouldBeHad() {
        assertEquals(
                List.of("390 windows of quote_ref are missing instead of 0"),
                Completeness.WHOLE.faults(Coverage.parse(STATUS)));
    }

    @Test
    void allowsWhatTheVendorDoesNotHave() {
        Completeness sample = new Completeness(Set.of(), Map.of("quote_ref", 390L));
        assertEquals(List.of(), sample.faults(Coverage.parse(STATUS)));
        Completeness trades = new Completeness(Set.of("trade_ref"), Map.of());
        assertEquals(List.of(), trades.faults(Coverage.parse(STATUS)));
    }
}
