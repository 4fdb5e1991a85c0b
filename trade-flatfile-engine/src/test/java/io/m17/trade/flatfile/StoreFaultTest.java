package io.m17.trade.flatfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.m17.ledger.Reason;
import io.m17.ledger.SlotStatus;
import io.m17.market.flatfile.Dataset;
import io.m17.market.flatfile.FlatFileException;
import io.m17.market.flatfile.FlatFileException.Fault;
import io.m17.market.flatfile.FlatFileStore;
import io.m17.market.flatfile.SourceFile;
import io.m17.market.flatfile.StoredFile;
import io.m17.market.flatfile.VendorDirectory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A store that does not list, does not give, or gives another file than it listed.
class StoreFaultTest {
    private static final int PLENTY = 1 << 20;

    /// A directory that fails as long as it is told to.
    private static final class FailingStore implements FlatFileStore {
        private final VendorDirectory directory;
        private @Nullable Fault listing;
        private @Nullable Fault reading;
        private int reads;
        private int refreshes;

        FailingStore(VendorDirectory directory) {
            this.directory = directory;
        }

        @Override
        public Optional<SourceFile> find(Dataset dataset, LocalDate date) {
            if (listing != null) {
                throw failure(listing);
            }
            return directory.find(dataset, date);
        }

        @Override
        public NavigableSet<LocalDate> dates(Dataset dataset) {
            return directory.dates(dataset);
        }

        @Override
        public StoredFile stored(SourceFile file) {
            reads++;
            if (reading != null) {
                throw failure(reading);
            }
            return directory.stored(file);
        }

        @Override
        public void refresh() {
            refreshes++;
        }

        private static FlatFileException failure(Fault fault) {
            return new FlatFileException(fault, "s3://bucket/file", "the store does not give it", "", "ask the owner");
        }
    }

    @TempDir
    private Path directory;

    private FailingStore store() throws Exception {
        VendorDirectory vendor = new VendorDirectory(directory.resolve("flat"));
        TradeLines.write(vendor, Dataset.STOCK_TRADES, TradeLines.random(1, 400, List.of("AAA")));
        return new FailingStore(vendor);
    }

    private LoadedDay day(FlatFileStore store) {
        LoadedDay day = new LoadedDay(directory.resolve("state"), store, PLENTY, PLENTY);
        day.session().list(day.symbolId("AAA"));
        return day;
    }

    @Test
    void asksAgainAfterAPauseForAFileThatCouldNotBeRead() throws Exception {
        FailingStore store = store();
        store.reading = Fault.UNREADABLE;
        try (LoadedDay day = day(store)) {
            day.turnToEnd();
            assertEquals(Reason.VENDOR_FILE_UNREADABLE, day.slot("AAA", 5).reason());
            assertEquals(1, store.reads);
            store.reading = null;
            assertFalse(day.turn());
            day.wait(Duration.ofMinutes(1));
            day.turnToEnd();
            assertEquals(SlotStatus.FILLED, day.slot("AAA", 5).status());
            assertEquals(2, store.reads);
            assertEquals(1, day.counted("m17.source.retries"));
        }
    }

    @Test
    void asksMoreAndMoreSeldom() throws Exception {
        FailingStore store = store();
        store.reading = Fault.NOT_ENTITLED;
        try (LoadedDay day = day(store)) {
            for (int minute = 0; minute < 120; minute++) {
                day.turnToEnd();
                day.wait(Duration.ofMinutes(1));
            }
            assertEquals(Reason.NOT_ENTITLED, day.slot("AAA", 5).reason());
            assertEquals(11, store.reads); // after 0, 1, 3, 7, 15, then every 16 minutes
        }
    }

    @Test
    void leavesADamagedFileAloneUntilItIsReplaced() throws Exception {
        FailingStore store = store();
        store.reading = Fault.TRUNCATED;
        try (LoadedDay day = day(store)) {
            day.turnToEnd();
            day.wait(Duration.ofDays(1));
            day.turnToEnd();
            assertEquals(Reason.VENDOR_FILE_DAMAGED, day.slot("AAA", 5).reason());
            assertEquals(1, store.reads);
            store.reading = null;
            TradeLines.write(
                    new VendorDirectory(directory.resolve("flat")),
                    Dataset.STOCK_TRADES,
                    TradeLines.random(2, 401, List.of("AAA")));
            day.turnToEnd();
            assertEquals(SlotStatus.FILLED, day.slot("AAA", 5).status());
        }
    }

    @Test
    void looksAtTheStoreAfreshWhenAFileWasReplacedUnderItsHandsAndRestsWhenItStaysSo() throws Exception {
        FailingStore store = store();
        store.reading = Fault.REPLACED;
        try (LoadedDay day = day(store)) {
            day.turnToEnd();
            assertEquals(3, store.reads);
            assertEquals(3, store.refreshes);
            assertEquals(Reason.NONE, day.slot("AAA", 5).reason());
            store.reading = null;
            day.wait(Duration.ofMinutes(4));
            day.turnToEnd();
            assertEquals(SlotStatus.FILLED, day.slot("AAA", 5).status());
        }
    }

    @Test
    void goesOnWhenAStoreThatRefusedToListAnswersAgain() throws Exception {
        FailingStore store = store();
        store.listing = Fault.NOT_ENTITLED;
        try (LoadedDay day = day(store)) {
            day.turnToEnd();
            assertEquals(Reason.NOT_ENTITLED, day.slot("AAA", 5).reason());
            store.listing = null;
            day.turnToEnd();
            assertEquals(SlotStatus.FILLED, day.slot("AAA", 5).status());
        }
    }

    @Test
    void keepsTheAnswersOfAFileWhoseStoreIsGone() throws Exception {
        FailingStore store = store();
        try (LoadedDay day = day(store)) {
            day.session().list(day.symbolId("BBB"));
            day.turnToEnd();
            assertEquals(Reason.NOT_IN_VENDOR_FILE, day.slot("BBB", 5).reason());
            store.listing = Fault.UNREADABLE;
            assertFalse(day.turn());
            assertEquals(Reason.NOT_IN_VENDOR_FILE, day.slot("BBB", 5).reason());
            store.listing = null;
            assertFalse(day.turn());
            assertEquals(1, store.reads);
            assertTrue(day.slot("AAA", 5).filled());
        }
    }
}
