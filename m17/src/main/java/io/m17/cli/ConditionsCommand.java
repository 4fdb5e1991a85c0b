package io.m17.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.m17.aggregation.AggregationPolicy;
import io.m17.market.condition.AssetClass;
import io.m17.market.condition.TradeCondition;
import io.m17.market.condition.TradeConditions;
import io.m17.report.Json;
import io.m17.report.Table;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `m17 conditions`: the tables of trade conditions that are in force.
@Command(
        name = "conditions",
        description = "Prints what a trade may update by its conditions: the shipped tables, or the configured ones.",
        mixinStandardHelpOptions = true)
final class ConditionsCommand implements Callable<Integer> {
    @Option(names = "--stocks", description = "The table of stock trades.")
    private boolean stocks;

    @Option(names = "--options", description = "The table of option trades; without either option, both.")
    private boolean options;

    @Mixin
    private StateOptions state = new StateOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    private final Terminal terminal;

    ConditionsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        AggregationPolicy policy = state.settings().work().aggregation();
        List<AssetClass> wanted =
                Arrays.stream(AssetClass.values()).filter(this::isWanted).toList();
        if (output.json()) {
            ObjectNode document = Json.object();
            document.set("tables", Json.array(wanted, assetClass -> json(assetClass, table(policy, assetClass))));
            terminal.print(document);
        } else {
            for (AssetClass assetClass : wanted) {
                print(assetClass, table(policy, assetClass));
            }
        }
        return ExitCode.DONE;
    }

    private boolean isWanted(AssetClass assetClass) {
        return stocks == options
                || switch (assetClass) {
                    case STOCKS -> stocks;
                    case OPTIONS -> options;
                };
    }

    private static TradeConditions table(AggregationPolicy policy, AssetClass assetClass) {
        return switch (assetClass) {
            case STOCKS -> policy.stocks();
            case OPTIONS -> policy.options();
        };
    }

    private void print(AssetClass assetClass, TradeConditions conditions) {
        terminal.out()
                .println(assetClass.label() + ": version " + conditions.version() + ", rules "
                        + Json.hex(conditions.rulesDigest()));
        Table table = Table.of("id", "name", "volume", "high and low", "open and close", "sources");
        for (TradeCondition condition : conditions.conditions()) {
            table.row(
                    condition.id(),
                    condition.name(),
                    yes(condition.updatesVolume()),
                    yes(condition.updatesHighLow()),
                    yes(condition.updatesOpenClose()),
                    condition.sources());
        }
        table.print(terminal.out());
    }

    private static String yes(boolean rule) {
        return rule ? "yes" : "no";
    }

    private static ObjectNode json(AssetClass assetClass, TradeConditions conditions) {
        ObjectNode node = Json.object()
                .put("asset_class", assetClass.label())
                .put("version", conditions.version())
                .put("rules", Json.hex(conditions.rulesDigest()));
        node.set("conditions", Json.array(conditions.conditions(), ConditionsCommand::json));
        return node;
    }

    private static ObjectNode json(TradeCondition condition) {
        return Json.object()
                .put("id", condition.id())
                .put("name", condition.name())
                .put("updates_volume", condition.updatesVolume())
                .put("updates_high_low", condition.updatesHighLow())
                .put("updates_open_close", condition.updatesOpenClose())
                .put("sources", condition.sources());
    }
}
