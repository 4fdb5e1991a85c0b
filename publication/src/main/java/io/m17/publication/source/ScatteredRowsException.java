package io.m17.publication.source;

/// The rows of an instrument do not stand together in the file: they came again after it was taken to be complete.
final class ScatteredRowsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ScatteredRowsException(String instrument) {
        super("the rows of an instrument do not stand together [instrument=" + instrument + "]", null, false, false);
    }
}
