package io.m17.daemon;

import java.util.Map;

/// How a run to the end ended.
///
/// @param interrupted whether it was asked to stop before it was done
/// @param stuck engines that failed again and again, with their last failure
public record Completion(boolean interrupted, Map<String, String> stuck) {
    public Completion {
        stuck = Map.copyOf(stuck);
    }
}
