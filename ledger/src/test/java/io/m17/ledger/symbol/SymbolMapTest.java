package io.m17.ledger.symbol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.m17.ledger.LedgerException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SymbolMapTest {
    private static final List<String> ODD = List.of(
            "NA",
            "NULL",
            "nan",
            "null",
            "0",
            "A",
            "BRK.B",
            "BRK/B",
            "spy",
            "SPY",
            "TESTw",
            "O:SPY251219C00650000",
            "X:BTC-USD",
            "!",
            "~".repeat(48));

    @TempDir
    private Path directory;

    private SymbolMap open(int cap) throws IOException {
        return SymbolMap.open(directory.resolve("symbol-map.bin"), cap);
    }

    @Test
    void keepsTheIdsOfOddSymbolsOverReopening() throws IOException {
        try (SymbolMap map = open(100)) {
            for (int id = 0; id < ODD.size(); id++) {
                assertEquals(id, map.resolveSymbol(ODD.get(id)));
            }
        }
        try (SymbolMap map = open(100)) {
            assertEquals(ODD.size(), map.count());
            for (int id = ODD.size() - 1; id >= 0; id--) {
                assertEquals(id, map.resolveSymbol(ODD.get(id)));
                assertEquals(OptionalInt.of(id), map.id(ODD.get(id)));
                assertEquals(ODD.get(id), map.symbol(id));
            }
            assertEquals(ODD.size(), map.resolveSymbol("NEXT"));
            assertEquals(List.of(), map.verify());
        }
    }

    @Test
    void givesNoMoreIdsThanItsCap() throws IOException {
        try (SymbolMap map = open(2)) {
            map.resolveSymbol("A");
            map.resolveSymbol("B");
            LedgerException full = assertThrows(LedgerException.class, () -> map.resolveSymbol("C"));
            assertTrue(String.valueOf(full.getMessage()).contains("symbol=C, cap=2"));
            assertEquals(1, map.resolveSymbol("B"));
            assertEquals(OptionalInt.empty(), map.id("C"));
        }
    }

    @Test
    void keepsTheCapThatItWasMadeWith() throws IOException {
        open(2).close();
        try (SymbolMap map = open(50)) {
            assertEquals(2, map.cap());
        }
    }

    @Test
    void refusesWhatIsNoSymbol() throws IOException {
        try (SymbolMap map = open(10)) {
            for (String wrong : List.of("", " ", "A B", "Ä", "A\n", "~".repeat(49))) {
                assertThrows(IllegalArgumentException.class, () -> map.resolveSymbol(wrong), wrong);
            }
            assertEquals(0, map.count());
            assertThrows(IndexOutOfBoundsException.class, () -> map.symbol(0));
        }
    }

    @Test
    void refusesACapThatIsNoU16() {
        assertThrows(IllegalArgumentException.class, () -> open(0).close());
        assertThrows(IllegalArgumentException.class, () -> open(65_536).close());
    }

    @Test
    void givesOneIdWhenTwoThreadsAskForTheSameSymbols() throws Exception {
        try (SymbolMap map = open(5000);
                ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Callable<int[]> asker = () -> {
                int[] ids = new int[3000];
                for (int i = 0; i < ids.length; i++) {
                    ids[i] = map.resolveSymbol("S" + i);
                }
                return ids;
            };
            for (Future<int[]> future : threads.invokeAll(List.of(asker, asker))) {
                int[] ids = future.get();
                for (int i = 0; i < ids.length; i++) {
                    assertEquals("S" + i, map.symbol(ids[i]));
                }
            }
            assertEquals(3000, map.count());
        }
    }
}
