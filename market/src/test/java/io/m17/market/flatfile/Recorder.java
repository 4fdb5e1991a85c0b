package io.m17.market.flatfile;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A sink that keeps everything in one batch and writes down what it is told.
final class Recorder<C> implements RowSink<C> {
    final C columns;
    final List<String> events = new ArrayList<>();
    private final Predicate<String> wanted;

    Recorder(C columns, Predicate<String> wanted) {
        this.columns = columns;
        this.wanted = wanted;
    }

    @Override
    public @Nullable C begin(byte[] ticker, int offset, int length) {
        String name = new String(ticker, offset, length, StandardCharsets.US_ASCII);
        events.add("begin " + name);
        return wanted.test(name) ? columns : null;
    }

    @Override
    public void end(long rows) {
        events.add("end " + rows);
    }

    @Override
    public void abandon() {
        events.add("abandon");
    }
}
