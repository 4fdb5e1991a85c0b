package io.m17.treasury;

import io.m17.ledger.engine.ComputePool;
import io.m17.treasury.api.RefusedResult;
import io.m17.treasury.api.YieldsAnswer;
import io.m17.treasury.api.YieldsApi;
import io.m17.treasury.api.YieldsApiException;
import io.m17.treasury.api.YieldsApiException.Fault;
import io.m17.treasury.api.YieldsApiOptions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The curves of the yields API, fetched again when the interval is over: all of them first, from then on those of the
/// last days before the newest, so that revisions are found.
///
/// A fetch that fails costs nothing but time: the curves that are known stay, the next one comes after a minute, two,
/// four, up to the interval, or when the server said. The loop waits while a fetch goes on; attempts and timeouts bound
/// it. Confined to the engine's loop.
final class ApiCurves implements CurveSource {
    private static final Logger LOG = LoggerFactory.getLogger(ApiCurves.class);
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofDays(1);

    private final YieldsApi api;
    private final YieldsApiOptions options;
    private final InstantSource clock;
    private final ComputePool compute;
    private Optional<LocalDate> newest = Optional.empty();
    private Optional<Fault> failing = Optional.empty();
    private List<RefusedResult> refused = List.of();
    private Duration pause;
    private Instant lastAsked = Instant.MIN;
    private Instant due = Instant.MIN;

    ApiCurves(YieldsApi api, YieldsApiOptions options, InstantSource clock, ComputePool compute) {
        this.api = api;
        this.options = options;
        this.clock = clock;
        this.compute = compute;
        this.pause = firstPause();
    }

    @Override
    public int look(CurveIntake intake) throws Exception {
        Instant now = clock.instant();
        boolean clockWentBack = now.isBefore(lastAsked);
        if (now.isBefore(due) && !clockWentBack) {
            return 0;
        }
        try {
            YieldsAnswer answer = api.fetch(since());
            int added = compute.call(() -> intake.take(sourced(answer)));
            remember(answer);
            return added;
        } catch (YieldsApiException e) {
            failed(e);
            return 0;
        }
    }

    private LocalDate since() {
        return newest.map(date -> date.minusDays(options.overlapDays()))
                .filter(date -> date.isAfter(options.from()))
                .orElse(options.from());
    }

    private static List<SourcedCurve> sourced(YieldsAnswer answer) {
        String source = answer.source();
        return answer.curves().stream()
                .map(curve -> new SourcedCurve(curve, source))
                .toList();
    }

    private void remember(YieldsAnswer answer) {
        if (!answer.curves().isEmpty()) {
            LocalDate last = answer.curves().getLast().date();
            newest = Optional.of(newest.filter(date -> date.isAfter(last)).orElse(last));
        }
        if (failing.isPresent()) {
            LOG.info(
                    "treasury: the yields API answers again [curves={}]",
                    answer.curves().size());
        }
        if (!answer.firstRefused().equals(refused)) {
            answer.firstRefused()
                    .forEach(result -> LOG.warn(
                            "malformed result [url={}, result={}, reason={}]",
                            answer.request(),
                            result.number(),
                            result.reason()));
        }
        refused = answer.firstRefused();
        failing = Optional.empty();
        pause = firstPause();
        askAfter(options.interval());
    }

    /// Says so once, not at every attempt of a fault that lasts.
    private void failed(YieldsApiException failure) {
        if (!failing.equals(Optional.of(failure.fault()))) {
            LOG.error("{}; the curves that are known stay in force", failure.getMessage());
        }
        failing = Optional.of(failure.fault());
        Duration wait = failure.fault().passes() ? pause : options.interval();
        pause = shorter(pause.multipliedBy(2), options.interval());
        Duration wanted = shorter(failure.retryAfter(), LONGEST_PAUSE);
        askAfter(wait.compareTo(wanted) < 0 ? wanted : wait);
    }

    private void askAfter(Duration wait) {
        lastAsked = clock.instant();
        due = lastAsked.plus(wait);
    }

    private Duration firstPause() {
        return shorter(FIRST_PAUSE, options.interval());
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    @Override
    public void close() {
        api.close();
    }
}
