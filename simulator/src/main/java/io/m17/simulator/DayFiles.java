package io.m17.simulator;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The open files of one simulated day. Confined to one thread.
final class DayFiles implements Closeable {
    private static final String TRUTH_TRADES_HEADER =
            "ticker,row,sip_timestamp,sequence_number,minute,side,rule,trader_side";
    private static final String TRUTH_GREEKS_HEADER =
            "ticker,window_start,bid_price,ask_price,underlying_price,rate,years_to_expiry,volatility,model_price";

    private final Path root;
    private final LocalDate date;
    private final Map<Dataset, CsvGzip> vendor = new EnumMap<>(Dataset.class);
    private final CsvGzip truthTrades;
    private final CsvGzip truthGreeks;
    private final List<CsvGzip> open;

    private DayFiles(SimulationConfig config, Path root, List<CsvGzip> open) throws IOException {
        this.root = root;
        this.date = config.date();
        this.open = open;
        openVendor(Dataset.STOCK_TRADES, VendorCsv.STOCK_TRADES_HEADER);
        openVendor(Dataset.STOCK_QUOTES, VendorCsv.STOCK_QUOTES_HEADER);
        if (config.chains() > 0) {
            openVendor(Dataset.OPTION_TRADES, VendorCsv.optionTradesHeader(config.optionParticipantTimestamps()));
            openVendor(Dataset.OPTION_QUOTES, VendorCsv.OPTION_QUOTES_HEADER);
        }
        truthTrades = open(truthFolder().resolve("truth-trades.csv.gz"), TRUTH_TRADES_HEADER);
        truthGreeks = open(truthFolder().resolve("truth-greeks.csv.gz"), TRUTH_GREEKS_HEADER);
    }

    /// Opens all files under temporary names, after making sure that no file of that day stands there.
    static DayFiles create(SimulationConfig config, Path root) throws IOException {
        for (Dataset dataset : Dataset.values()) {
            Path path = root.resolve(dataset.path(config.date()));
            if (Files.exists(path)) {
                throw new FileAlreadyExistsException(
                        path.toString(), null, "nothing is replaced, choose another directory");
            }
        }
        List<CsvGzip> open = new ArrayList<>();
        try {
            return new DayFiles(config, root, open);
        } catch (IOException failure) {
            closeAll(open);
            throw failure;
        }
    }

    CsvGzip vendor(Dataset dataset) {
        CsvGzip csv = vendor.get(dataset);
        if (csv == null) {
            throw new IllegalStateException("the day has no such file [dataset=" + dataset + "]");
        }
        return csv;
    }

    CsvGzip truthTrades() {
        return truthTrades;
    }

    CsvGzip truthGreeks() {
        return truthGreeks;
    }

    Path root() {
        return root;
    }

    Path truth() {
        return truthFolder().resolve("truth.json");
    }

    Map<Dataset, SimulatedFile> commitVendor() throws IOException {
        Map<Dataset, SimulatedFile> files = new EnumMap<>(Dataset.class);
        for (var entry : vendor.entrySet()) {
            files.put(entry.getKey(), entry.getValue().commit());
        }
        return files;
    }

    @Override
    public void close() throws IOException {
        closeAll(open);
    }

    private static void closeAll(List<CsvGzip> files) throws IOException {
        for (CsvGzip csv : files) {
            csv.close();
        }
    }

    private Path truthFolder() {
        return root.resolve("truth").resolve(date.toString());
    }

    private void openVendor(Dataset dataset, String header) throws IOException {
        vendor.put(dataset, open(root.resolve(dataset.path(date)), header));
    }

    private CsvGzip open(Path path, String header) throws IOException {
        CsvGzip csv = CsvGzip.create(path, header);
        open.add(csv);
        return csv;
    }
}
