package io.m17.market.artifact;

/// The bytes of a page are not what this version writes; the reader adds which page of which file.
final class MalformedPageException extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedPageException(String what) {
        super(what);
    }
}
