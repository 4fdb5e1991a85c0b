package io.m17.benchmarks.table;

/// A line of a table, in words.
///
/// @param memory bytes an operation of m17, or of its process, or a dash
/// @param met whether the target is
record Row(String work, String ours, String peers, String ratio, String target, boolean met, String memory) {
    /// The head of a table.
    ///
    /// @param memory what the last column says
    static String head(String memory) {
        return """
            | work | m17 | peers | ratio | target | met | %s |
            | --- | ---: | --- | ---: | --- | --- | ---: |
            """.formatted(memory);
    }

    String markdown() {
        return "| " + String.join(" | ", work, ours, peers, ratio, target, met ? "yes" : "**no**", memory) + " |\n";
    }
}
