package io.m17.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.m17.report.Json;
import io.m17.report.NewYork;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.Map;

/// What the outside gives a command.
///
/// @param interactive whether a person looks at a screen
record Terminal(
        PrintWriter out, PrintWriter err, InstantSource clock, Map<String, String> environment, boolean interactive) {
    /// Nanoseconds since the Unix epoch.
    long nowNs() {
        return NewYork.epochNs(clock.instant());
    }

    void print(JsonNode document) {
        out.println(Json.print(document));
    }
}
