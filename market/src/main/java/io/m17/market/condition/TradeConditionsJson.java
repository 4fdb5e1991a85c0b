package io.m17.market.condition;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads a condition table out of the vendor's answer to `/v3/reference/conditions`: of its `results`, those of one
/// asset class that are about trades, by their consolidated update rules. One without update rules is a flag and
/// restricts nothing, and so does 0 on stocks, the regular sale, which the vendor does not list. The version is the
/// member `version` beside the results, which the vendor does not write, else a digest of the file.
final class TradeConditionsJson {
    private static final int VERSION_BYTES = 6;
    private static final TradeCondition REGULAR_SALE =
            new TradeCondition(0, "Regular Sale", true, true, true, "not in the vendor's listing");
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Path file;
    private final AssetClass assetClass;

    private TradeConditionsJson(Path file, AssetClass assetClass) {
        this.file = file;
        this.assetClass = assetClass;
    }

    /// A text that does not have the shape, or is one page of several, is a [ConditionTableException] with the place.
    static TradeConditions read(Path file, byte[] content, AssetClass assetClass) {
        return new TradeConditionsJson(file, assetClass).read(content);
    }

    private TradeConditions read(byte[] content) {
        JsonNode answer = parse(content);
        if (answer.hasNonNull("next_url")) {
            throw fault("next_url", "the answer goes on elsewhere; ask for all of it, with limit=1000", null);
        }
        JsonNode results = answer.path("results");
        if (!results.isArray()) {
            throw fault("results", "the conditions are a list, results", null);
        }
        try {
            return TradeConditions.of(version(answer, content), conditions(results));
        } catch (IllegalArgumentException e) {
            throw fault("results", String.valueOf(e.getMessage()), e);
        }
    }

    private List<TradeCondition> conditions(JsonNode results) {
        List<TradeCondition> conditions = new ArrayList<>();
        for (int i = 0; i < results.size(); i++) {
            String place = "results[" + i + "]";
            if (isWanted(results.get(i), place)) {
                conditions.add(condition(results.get(i), place));
            }
        }
        if (conditions.isEmpty()) {
            throw fault("results", "there is no condition of trades in " + assetClass.label(), null);
        }
        if (assetClass == AssetClass.STOCKS && conditions.stream().noneMatch(each -> each.id() == REGULAR_SALE.id())) {
            conditions.add(REGULAR_SALE);
        }
        return conditions;
    }

    private JsonNode parse(byte[] content) {
        try {
            return MAPPER.readTree(content);
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            String place = at == null ? "" : "line=" + at.getLineNr() + ", column=" + at.getColumnNr();
            throw new ConditionTableException(
                    file, place, "the table of conditions is no JSON (" + e.getOriginalMessage() + ")", e);
        } catch (IOException e) {
            throw new ConditionTableException(file, "", "the table of conditions cannot be read", e);
        }
    }

    private boolean isWanted(JsonNode result, String place) {
        JsonNode types = result.path("data_types");
        if (!types.isArray() || !result.path("asset_class").isTextual()) {
            throw fault(place, "a condition has an asset_class and a list of data_types", null);
        }
        boolean isOfTrades = types.valueStream().anyMatch(type -> type.asText().equals("trade"));
        return isOfTrades && result.path("asset_class").textValue().equals(assetClass.label());
    }

    private TradeCondition condition(JsonNode result, String place) {
        JsonNode id = result.path("id");
        if (!id.isInt() || id.intValue() < 0) {
            throw fault(place + ".id", "a condition's id is a whole number from 0 on", null);
        }
        String name = result.path("name").asText("");
        if (!result.hasNonNull("update_rules")) {
            return new TradeCondition(id.intValue(), name, true, true, true, sources(result));
        }
        JsonNode rules = result.path("update_rules").path("consolidated");
        String rulesPlace = place + ".update_rules.consolidated";
        return new TradeCondition(
                id.intValue(),
                name,
                rule(rules, "updates_volume", rulesPlace),
                rule(rules, "updates_high_low", rulesPlace),
                rule(rules, "updates_open_close", rulesPlace),
                sources(result));
    }

    private boolean rule(JsonNode rules, String name, String place) {
        JsonNode rule = rules.path(name);
        if (!rule.isBoolean()) {
            throw fault(place + "." + name, "an update rule is true or false", null);
        }
        return rule.booleanValue();
    }

    /// As the shipped tables write it: `vendor; CTA B; UTP W`.
    private static String sources(JsonNode result) {
        StringBuilder sources = new StringBuilder("vendor");
        result.path("sip_mapping")
                .properties()
                .forEach(entry -> sources.append("; ")
                        .append(entry.getKey())
                        .append(' ')
                        .append(entry.getValue().asText()));
        return sources.toString();
    }

    private static String version(JsonNode answer, byte[] content) {
        String stated = answer.path("version").asText("");
        return stated.isBlank() ? "sha256:" + digest(content) : stated;
    }

    private static String digest(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(Arrays.copyOf(digest, VERSION_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }

    private ConditionTableException fault(String at, String what, @Nullable Throwable cause) {
        return new ConditionTableException(file, "at=" + at, what, cause);
    }
}
