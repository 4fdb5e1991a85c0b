package io.m17.publication;

/// Work was left because its engine was asked to stop.
public final class StoppedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StoppedException() {
        super("the engine was asked to stop", null, false, false);
    }
}
