package io.m17.market.flatfile;

import io.m17.market.trade.TradeColumns;
import java.nio.file.Path;

/// Reads flat files of trades, of stocks and of options, `.csv.gz` or `.csv`.
public final class TradeFileReader {
    private TradeFileReader() {}

    /// Hands every row to the sink and says what was found. A row that breaks the format is counted in the
    /// report, one out of bounds is delivered with a flag; a file that cannot be read to its end is a
    /// [FlatFileException], and the runs before that stay delivered.
    public static ScanReport read(StoredFile file, RowSink<TradeColumns> sink, ReadOptions options) {
        return FlatFileScan.read(file, new TradeRows(sink, options.lateAfterNs(), options.bounds()), options);
    }

    /// The same of a file of this machine.
    public static ScanReport read(Path file, RowSink<TradeColumns> sink, ReadOptions options) {
        return read(StoredFile.at(file), sink, options);
    }
}
