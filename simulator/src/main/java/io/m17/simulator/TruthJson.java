package io.m17.simulator;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.m17.simulator.pricing.VolatilitySurface;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

/// Writes `truth.json`; `docs/format/simulated-day.md` describes it. Confined to one thread.
final class TruthJson {
    private static final int VERSION = 1;
    private static final int DECIMAL_SCALE = 6;

    private final SimulationConfig config;
    private final TradingHours hours;
    private final DayCurves curves;

    TruthJson(SimulationConfig config, TradingHours hours, DayCurves curves) {
        this.config = config;
        this.hours = hours;
        this.curves = curves;
    }

    void write(
            Path path,
            Map<Dataset, SimulatedFile> files,
            List<InstrumentTruth> truths,
            List<ChainProfile> chains,
            SideTally tally,
            GoldenValues golden)
            throws IOException {
        Path temporary = path.resolveSibling(path.getFileName() + ".tmp");
        JsonFactory factory = JsonFactory.builder()
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .build();
        try (var out = Files.newBufferedWriter(temporary, StandardCharsets.UTF_8);
                JsonGenerator json = factory.createGenerator(out)) {
            var indenter = new DefaultIndenter("  ", "\n");
            json.setPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(indenter));
            json.writeStartObject();
            header(json, files);
            columns(json, truths);
            instruments(json, truths);
            surfaces(json, chains);
            new TruthCurves(hours, curves).write(json);
            sides(json, tally);
            new TruthGolden(hours).write(json, golden);
            json.writeEndObject();
            json.writeRaw('\n');
        }
        Files.move(temporary, path, StandardCopyOption.ATOMIC_MOVE);
    }

    /// Millionths as a JSON number.
    static BigDecimal decimal(long micros) {
        return BigDecimal.valueOf(micros, DECIMAL_SCALE).stripTrailingZeros();
    }

    private void header(JsonGenerator json, Map<Dataset, SimulatedFile> files) throws IOException {
        json.writeStringField("format", "m17-simulated-day");
        json.writeNumberField("version", VERSION);
        json.writeNumberField("seed", config.seed());
        json.writeStringField("date", config.date().toString());
        json.writeNumberField("open_ns", hours.openNs());
        json.writeNumberField("close_ns", hours.closeNs());
        json.writeNumberField("minutes", hours.minutes());
        json.writeNumberField("dividend_yield", config.dividendYield());
        json.writeObjectFieldStart("files");
        for (Dataset dataset : Dataset.values()) {
            SimulatedFile file = files.get(dataset);
            if (file != null) {
                json.writeObjectFieldStart(dataset.label());
                json.writeNumberField("rows", file.rows());
                json.writeNumberField("csv_bytes", file.csvBytes());
                json.writeEndObject();
            }
        }
        json.writeEndObject();
    }

    private static void columns(JsonGenerator json, List<InstrumentTruth> truths) throws IOException {
        json.writeObjectFieldStart("columns");
        for (TruthColumn column : TruthColumn.values()) {
            ColumnCount total = ColumnCount.ZERO;
            for (InstrumentTruth truth : truths) {
                total = total.plus(truth.count(column));
            }
            count(json, column, total);
        }
        json.writeEndObject();
    }

    private static void instruments(JsonGenerator json, List<InstrumentTruth> truths) throws IOException {
        json.writeArrayFieldStart("instruments");
        for (InstrumentTruth truth : truths) {
            if (truth.tickers() > 0) {
                json.writeStartObject();
                json.writeStringField("symbol", truth.symbol());
                json.writeStringField("kind", truth.chain() ? "chain" : "equity");
                json.writeNumberField("tickers", truth.tickers());
                json.writeObjectFieldStart("columns");
                for (TruthColumn column : TruthColumn.values()) {
                    if (truth.chain() || !column.chainsOnly()) {
                        count(json, column, truth.count(column));
                    }
                }
                json.writeEndObject();
                json.writeEndObject();
            }
        }
        json.writeEndArray();
    }

    private static void count(JsonGenerator json, TruthColumn column, ColumnCount count) throws IOException {
        json.writeObjectFieldStart(column.label());
        json.writeNumberField("expected", count.expected());
        json.writeNumberField("non_empty", count.nonEmpty());
        json.writeNumberField("rows", count.rows());
        json.writeEndObject();
    }

    private static void surfaces(JsonGenerator json, List<ChainProfile> chains) throws IOException {
        json.writeArrayFieldStart("surfaces");
        for (ChainProfile chain : chains) {
            VolatilitySurface surface = chain.surface();
            json.writeStartObject();
            json.writeStringField("symbol", chain.symbol());
            json.writeStringField("underlying", chain.root());
            json.writeNumberField("contracts", chain.contracts().size());
            json.writeNumberField("short_variance", surface.shortVariance());
            json.writeNumberField("long_variance", surface.longVariance());
            json.writeNumberField("reversion", surface.reversion());
            json.writeNumberField("skew", surface.skew());
            json.writeNumberField("curvature", surface.curvature());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void sides(JsonGenerator json, SideTally tally) throws IOException {
        json.writeObjectFieldStart("sides");
        for (Side side : Side.values()) {
            json.writeNumberField(side.name(), tally.sides().getOrDefault(side, 0L));
        }
        json.writeNumberField("as_the_trader", tally.agreeing());
        json.writeNumberField("not_as_the_trader", tally.disagreeing());
        json.writeObjectFieldStart("by_rule");
        for (SideRule rule : SideRule.values()) {
            json.writeNumberField(rule.name(), tally.rules().getOrDefault(rule, 0L));
        }
        json.writeEndObject();
        json.writeEndObject();
    }
}
