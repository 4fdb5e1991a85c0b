package io.m17.cli;

import picocli.CommandLine.Option;

/// In which form a command answers.
final class OutputOptions {
    @Option(names = "--json", description = "Answer with one JSON document.")
    private boolean json;

    boolean json() {
        return json;
    }
}
