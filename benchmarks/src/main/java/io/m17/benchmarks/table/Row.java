package io.m17.benchmarks.table;

/// A line of the table, in words.
///
/// @param allocated bytes an operation of m17, or a dash
/// @param met whether the target is
record Row(String work, String ours, String peers, String ratio, String target, boolean met, String allocated) {
    static final String HEAD = """
            | work | m17 | peers | ratio | target | met | bytes/op |
            | --- | ---: | --- | ---: | --- | --- | ---: |
            """;

    String markdown() {
        return "| " + String.join(" | ", work, ours, peers, ratio, target, met ? "yes" : "**no**", allocated) + " |\n";
    }
}
