package io.m17.proofs.fuzz;

import io.m17.config.Overrides;
import io.m17.config.SettingsException;
import io.m17.config.SettingsFile;
import io.m17.ledger.SlotColumn;
import io.m17.ledger.calendar.WindowId;
import io.m17.market.artifact.ArtifactUri;
import io.m17.market.condition.AssetClass;
import io.m17.market.condition.ConditionTableException;
import io.m17.market.condition.TradeConditions;
import io.m17.market.condition.TradeConditionsFile;
import io.m17.market.instrument.OptionTicker;
import io.m17.market.treasury.TreasuryCsv;
import io.m17.market.treasury.TreasuryFileException;
import io.m17.report.WindowPlace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Texts: the configuration, names, tables of conditions, and the Treasury's files.
final class TextTargets {
    private static final Set<Class<? extends Exception>> RULE = Set.of(IllegalArgumentException.class);

    private final Path directory;

    TextTargets(Path directory) {
        this.directory = directory;
    }

    List<Target> all() throws IOException {
        return List.of(
                new Target("settings", Set.of(SettingsException.class), Corpus.settings(), this::settings),
                new Target("treasury-csv", Set.of(TreasuryFileException.class), Corpus.treasury(), this::treasury),
                new Target(
                        "conditions-json",
                        Set.of(ConditionTableException.class),
                        Corpus.conditions("json"),
                        input -> conditions("conditions.json", input)),
                new Target(
                        "conditions-csv",
                        Set.of(ConditionTableException.class),
                        Corpus.conditions("csv"),
                        input -> conditions("conditions.csv", input)),
                new Target(
                        "option-ticker",
                        RULE,
                        texts("O:SPY251219C00650000", "O:SPXW250620P05000000"),
                        input -> optionTicker(text(input))),
                new Target(
                        "window-id",
                        RULE,
                        texts("2025:103:017", "2026:000:389"),
                        input -> Target.require(
                                WindowId.parse(text(input)).toString().equals(text(input)), "another id")),
                new Target(
                        "window-place",
                        Set.of(SettingsException.class),
                        texts("2025-06-02T09:31", "2025-06-02T13:31:00Z", "2025:103:001"),
                        input -> WindowPlace.parse(text(input))),
                new Target(
                        "artifact-uri",
                        RULE,
                        texts("session=2025-06-02/artifacts/trade/source=settled/part-000001.parquet#rows=1200-1450"),
                        input -> Target.require(
                                ArtifactUri.parse(text(input)).toString().equals(text(input)), "another URI")),
                new Target(
                        "column",
                        RULE,
                        texts("trade_ref", "aggs_5m"),
                        input -> Target.require(
                                SlotColumn.parse(text(input)).label().startsWith(text(input)), "another column")));
    }

    private static String text(byte[] input) {
        return new String(input, StandardCharsets.UTF_8);
    }

    private static List<byte[]> texts(String... texts) {
        return java.util.Arrays.stream(texts)
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    private void settings(byte[] input) throws IOException {
        Path file = Files.write(directory.resolve("m17.conf"), input);
        SettingsFile.load(Optional.of(file), Overrides.NONE);
    }

    private void conditions(String name, byte[] input) throws IOException {
        TradeConditions table =
                TradeConditionsFile.read(Files.write(directory.resolve(name), input), AssetClass.STOCKS);
        Target.require(!table.conditions().isEmpty(), "a table without conditions");
        table.conditions()
                .forEach(condition -> Target.require(
                        table.unknownIn(Integer.toString(condition.id())).isEmpty() || condition.id() > 999_999_999,
                        "a condition that its table does not know"));
    }

    private void treasury(byte[] input) throws IOException {
        Path file = Files.write(directory.resolve("treasury.csv"), input);
        TreasuryCsv.read(file).curves().forEach(curve -> Target.require(curve.date() != null, "no date"));
    }

    private static void optionTicker(String text) {
        OptionTicker ticker = OptionTicker.parse(text);
        Target.require(ticker.symbol().equals(text), "another ticker");
        byte[] ascii = text.getBytes(StandardCharsets.UTF_8);
        int chain = OptionTicker.chainLength(ascii, 0, ascii.length);
        Target.require(chain == ticker.chain().length(), "another chain");
    }
}
