package io.m17.daemon;

import io.m17.config.Horizon;
import io.m17.ledger.calendar.ExchangeCalendar;
import io.m17.ledger.engine.SessionScope;
import io.m17.market.flatfile.Dataset;
import io.m17.market.flatfile.FlatFileException;
import io.m17.market.flatfile.FlatFileStore;
import io.m17.report.NewYork;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The sessions to work on: those named, else every session that the store of flat files has a file of.
/// The store is looked at again when the last look is a second old; while it does not answer, the
/// sessions are those that it named before. A session is admitted, checked and mended if need be, before
/// it is in scope for the first time. Thread-safe.
final class FileScope implements SessionScope {
    private static final Logger LOG = LoggerFactory.getLogger(FileScope.class);
    private static final Duration FRESH = Duration.ofSeconds(1);

    private final List<LocalDate> named;
    private final Optional<FlatFileStore> store;
    private final Horizon horizon;
    private final InstantSource clock;
    private final Consumer<LocalDate> admission;
    private final ExchangeCalendar calendar = ExchangeCalendar.nyse();
    private final Set<LocalDate> admitted = new HashSet<>();
    private final Set<LocalDate> refused = new HashSet<>();
    private List<LocalDate> sessions = List.of();
    private Instant lookedAt = Instant.MIN;
    private String refusal = "";

    /// @param named the sessions to work on; when empty, those of the store
    /// @param admission is given each session once, before anybody works on it
    FileScope(
            List<LocalDate> named,
            Optional<FlatFileStore> store,
            Horizon horizon,
            InstantSource clock,
            Consumer<LocalDate> admission) {
        this.named = named;
        this.store = store;
        this.horizon = horizon;
        this.clock = clock;
        this.admission = admission;
    }

    @Override
    public synchronized List<LocalDate> sessions() {
        Instant now = clock.instant();
        if (!now.isBefore(lookedAt.plus(FRESH)) || now.isBefore(lookedAt)) {
            sessions = look(now);
            lookedAt = now;
        }
        return sessions;
    }

    private List<LocalDate> look(Instant now) {
        NavigableSet<LocalDate> dates = new TreeSet<>(named);
        if (named.isEmpty() && store.isPresent()) {
            addAll(store.get(), dates);
        }
        dates.removeIf(date -> !isSession(date));
        LocalDate today = LocalDate.ofInstant(now, NewYork.ZONE);
        dates.stream().filter(date -> !admitted.contains(date)).forEach(date -> admit(date, today));
        return List.copyOf(dates);
    }

    private void addAll(FlatFileStore files, NavigableSet<LocalDate> dates) {
        try {
            for (Dataset dataset : Dataset.values()) {
                dates.addAll(files.dates(dataset));
            }
            refusal = "";
        } catch (FlatFileException e) {
            dates.addAll(sessions);
            String message = String.valueOf(e.getMessage());
            if (!message.equals(refusal)) {
                LOG.error("{}", message);
            }
            refusal = message;
        }
    }

    private boolean isSession(LocalDate date) {
        boolean known = date.getYear() >= ExchangeCalendar.FIRST_YEAR && date.getYear() <= ExchangeCalendar.LAST_YEAR;
        if (known && calendar.isSession(date)) {
            return true;
        }
        if (refused.add(date)) {
            LOG.warn(
                    "a vendor file's day is no session and is passed over [date={}, closed={}]",
                    date,
                    known ? calendar.closedBecause(date) : "outside the calendar");
        }
        return false;
    }

    private void admit(LocalDate date, LocalDate today) {
        if (!horizon.contains(date, today)) {
            LOG.info("backfill: the session lies outside the horizon [session={}]", date);
        }
        admission.accept(date);
        admitted.add(date);
    }
}
