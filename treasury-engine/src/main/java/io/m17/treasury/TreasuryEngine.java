package io.m17.treasury;

import io.m17.ledger.SlotColumn;
import io.m17.ledger.engine.Engine;
import io.m17.ledger.engine.EngineContext;
import io.m17.ledger.engine.EngineHealth;
import io.m17.ledger.engine.EngineLoop;
import io.m17.ledger.engine.PriorityHook;
import io.m17.treasury.api.YieldsApi;
import io.m17.treasury.api.YieldsApiOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Fills `rf_rate_ref` of every instrument that carries a rate: each window takes the last curve published at or before
/// its start, carried forward until the next one.
///
/// Inputs: curve files in the Treasury's CSV, or the vendor's yields API. Outputs: one payload a curve in
/// `rf_rate.map`,
/// the slots. A file that cannot be read is named in the log and looked at again when it changes; an API that fails is
/// named in the log and asked again later; a window before the first curve is left empty with that reason. A revised
/// curve is the next version, and the windows that had the old one take it.
public final class TreasuryEngine implements Engine {
    private static final String NAME = "treasury";

    private final Function<EngineContext, CurveSource> opening;
    private final Duration watchInterval;
    private final EngineLoop loop = new EngineLoop(NAME);
    private @Nullable CurveSource source;

    private TreasuryEngine(Function<EngineContext, CurveSource> opening, Duration watchInterval) {
        this.opening = opening;
        this.watchInterval = watchInterval;
    }

    /// An engine that takes curves from files.
    ///
    /// @param directory of the curve files, if there is one
    /// @param watchInterval how often the directory is looked at when nothing else happens
    public static Engine create(Optional<Path> directory, Duration watchInterval) {
        return new TreasuryEngine(context -> new DirectoryCurves(directory, context.compute()), watchInterval);
    }

    /// An engine that takes curves from the yields API.
    ///
    /// @param watchInterval how often it is looked whether the API is to be asked, when nothing else happens
    public static Engine create(YieldsApiOptions options, Duration watchInterval) {
        return new TreasuryEngine(context -> apiCurves(options, context), watchInterval);
    }

    private static CurveSource apiCurves(YieldsApiOptions options, EngineContext context) {
        YieldsApi api = YieldsApi.open(options, context.clock(), context.meters());
        return new ApiCurves(api, options, context.clock(), context.compute());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void start(EngineContext context) {
        CurveSource opened = opening.apply(context);
        source = opened;
        RateTurn turn = new RateTurn(opened, context, loop::stopping);
        loop.start(turn::run, context.ledger().changes(), watchInterval);
    }

    @Override
    public void stop() {
        loop.stop();
        if (source != null) {
            source.close();
        }
    }

    @Override
    public EngineHealth health() {
        return loop.health();
    }

    @Override
    public List<PriorityHook> describePriorityHooks() {
        return List.of(
                new PriorityHook(SlotColumn.RF_RATE, "Fills cleared windows again from the curves that are known."));
    }
}
