package io.m17.market.condition;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;

/// Reads the file of a condition table that stands in for a shipped one: `.json` in the shape of the vendor's
/// answer to `/v3/reference/conditions`, or `.csv` in m17's own form.
public final class TradeConditionsFile {
    private static final int MOST_BYTES = 1 << 24;

    private TradeConditionsFile() {}

    /// The table of one market. A file that is not there, or not a whole and sound table, is a
    /// [ConditionTableException].
    public static TradeConditions read(Path file, AssetClass assetClass) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (!name.endsWith(".json") && !name.endsWith(".csv")) {
            throw new ConditionTableException(file, "", "a table of conditions is a .json or a .csv file", null);
        }
        try {
            byte[] content = content(file);
            return name.endsWith(".json")
                    ? TradeConditionsJson.read(file, content, assetClass)
                    : TradeConditionsCsv.read(
                            file, new InputStreamReader(new ByteArrayInputStream(content), StandardCharsets.UTF_8));
        } catch (NoSuchFileException e) {
            throw new ConditionTableException(file, "", "the table of conditions is not there", e);
        } catch (IOException e) {
            throw new ConditionTableException(
                    file, "", "the table of conditions cannot be read (" + e.getMessage() + ")", e);
        }
    }

    private static byte[] content(Path file) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            throw new ConditionTableException(
                    file, "", "a table of conditions has at most " + MOST_BYTES + " bytes", null);
        }
        return Files.readAllBytes(file);
    }
}
