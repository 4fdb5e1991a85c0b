package io.m17.config;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the command line says instead of the configuration file. A directory of curves replaces the yields API too.
public record Overrides(
        Optional<Path> stateDir, Optional<Path> flatfiles, Optional<Path> treasury, List<LocalDate> sessions) {
    /// Nothing.
    public static final Overrides NONE = new Overrides(Optional.empty(), Optional.empty(), Optional.empty(), List.of());

    public Overrides {
        sessions = List.copyOf(sessions);
    }

    Map<String, Object> values() {
        Map<String, Object> values = new HashMap<>();
        stateDir.ifPresent(path -> values.put("state-dir", path.toString()));
        flatfiles.ifPresent(path -> values.put("flatfiles", path.toString()));
        treasury.ifPresent(path -> {
            values.put("treasury", path.toString());
            values.put("treasury-api.key", "");
            values.put("treasury-api.key-file", "");
        });
        if (!sessions.isEmpty()) {
            values.put("sessions", sessions.stream().map(LocalDate::toString).toList());
        }
        return values;
    }
}
