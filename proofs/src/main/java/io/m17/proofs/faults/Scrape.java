package io.m17.proofs.faults;

import io.m17.ledger.SlotColumn;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One look at a daemon's metrics.
///
/// @param text as Prometheus reads it
record Scrape(String text) {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Pattern SERVING = Pattern.compile("serving \\[metrics=(\\S+)]");
    private static final Pattern FAILURES = Pattern.compile("(?m)^m17_engine_failures_total\\{[^}]*} (\\S+)$");

    /// Looks at the metrics that a daemon says it serves; nothing while it does not.
    static Scrape of(M17Process daemon) throws Exception {
        Matcher serving = SERVING.matcher(daemon.log());
        if (!serving.find()) {
            return new Scrape("");
        }
        HttpRequest request = HttpRequest.newBuilder(URI.create(serving.group(1)))
                .timeout(TIMEOUT)
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return new Scrape(
                    client.send(request, HttpResponse.BodyHandlers.ofString()).body());
        }
    }

    /// `window_lag` of a column, in minutes.
    OptionalDouble lagMinutes(SlotColumn column) {
        Matcher line = Pattern.compile("(?m)^window_lag\\{column=\"" + column.label() + "\"} (\\S+)$")
                .matcher(text);
        return line.find() ? OptionalDouble.of(Double.parseDouble(line.group(1))) : OptionalDouble.empty();
    }

    /// Whether no window of any column is late.
    boolean isUpToDate() {
        return SlotColumn.ALL.stream().allMatch(column -> lagMinutes(column).orElse(1) == 0);
    }

    /// How many turns of engines failed.
    double failures() {
        return FAILURES.matcher(text)
                .results()
                .mapToDouble(line -> Double.parseDouble(line.group(1)))
                .sum();
    }
}
