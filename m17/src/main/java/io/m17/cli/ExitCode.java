package io.m17.cli;

/// What a command's exit code says.
final class ExitCode {
    /// Done; the answer is yes.
    static final int DONE = 0;
    /// The answer is no: something is missing, or damaged.
    static final int NO = 1;
    /// The command line or the configuration cannot be followed.
    static final int USAGE = 2;
    /// The state directory cannot be used.
    static final int STATE = 3;

    private ExitCode() {}
}
