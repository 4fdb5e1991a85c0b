package io.m17.market.flatfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VendorDirectoryTest {
    private static final LocalDate DATE = LocalDate.of(2025, 6, 2);

    @TempDir
    Path root;

    @Test
    void namesPathsAsTheVendorDoes() {
        VendorDirectory directory = new VendorDirectory(Path.of("files"));
        assertEquals(
                Path.of("files/us_stocks_sip/trades_v1/2025/06/2025-06-02.csv.gz"),
                directory.path(Dataset.STOCK_TRADES, DATE));
        assertEquals(
                Path.of("files/us_stocks_sip/quotes_v1/2025/06/2025-06-02.csv.gz"),
                directory.path(Dataset.STOCK_QUOTES, DATE));
        assertEquals(
                Path.of("files/us_options_opra/trades_v1/2025/06/2025-06-02.csv.gz"),
                directory.path(Dataset.OPTION_TRADES, DATE));
        assertEquals(
                Path.of("files/us_options_opra/quotes_v1/2025/06/2025-06-02.csv.gz"),
                directory.path(Dataset.OPTION_QUOTES, DATE));
    }

    @Test
    void listsTheDatesThatHaveAFile() throws IOException {
        VendorDirectory directory = new VendorDirectory(root);
        put("us_stocks_sip/trades_v1/2025/06/2025-06-02.csv.gz");
        put("us_stocks_sip/trades_v1/2024/12/2024-12-31.csv");
        put("us_stocks_sip/trades_v1/2025/07/2025-06-03.csv.gz");
        put("us_stocks_sip/trades_v1/2025/06/2025-06-02.csv.gz.part");
        put("us_stocks_sip/trades_v1/2025/06/2025-06-31.csv.gz");
        put("us_stocks_sip/trades_v1/2025/06/notes.csv");
        put("us_stocks_sip/trades_v1/README");
        put("us_stocks_sip/quotes_v1/2025/06/2025-06-04.csv.gz");
        assertEquals(List.of(LocalDate.of(2024, 12, 31), DATE), List.copyOf(directory.dates(Dataset.STOCK_TRADES)));
        assertEquals(
                List.of(LocalDate.of(2025, 6, 4)),
                directory.files(Dataset.STOCK_QUOTES).stream()
                        .map(SourceFile::date)
                        .toList());
        assertTrue(directory.dates(Dataset.OPTION_QUOTES).isEmpty());
        assertTrue(new VendorDirectory(root.resolve("absent"))
                .dates(Dataset.STOCK_TRADES)
                .isEmpty());
    }

    @Test
    void describesAFileAndPrefersThePackedOne() throws IOException {
        VendorDirectory directory = new VendorDirectory(root);
        Path plain = put("us_stocks_sip/trades_v1/2025/06/2025-06-02.csv");
        assertEquals(plain.toString(), found(directory).location());
        Path packed = put("us_stocks_sip/trades_v1/2025/06/2025-06-02.csv.gz");
        Instant modified = Instant.parse("2025-06-03T15:00:00.123456789Z");
        Files.setLastModifiedTime(packed, FileTime.from(modified));
        SourceFile file = found(directory);
        assertEquals(packed.toString(), file.location());
        assertEquals(Dataset.STOCK_TRADES, file.dataset());
        assertEquals(DATE, file.date());
        assertEquals(4, file.lengthBytes());
        assertEquals(modified.getEpochSecond() * 1_000_000_000L + modified.getNano(), file.modifiedNs());
        assertEquals(Optional.empty(), directory.find(Dataset.STOCK_TRADES, DATE.plusDays(1)));
    }

    private static SourceFile found(VendorDirectory directory) {
        return directory.find(Dataset.STOCK_TRADES, DATE).orElseThrow();
    }

    private Path put(String name) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "data");
    }
}
