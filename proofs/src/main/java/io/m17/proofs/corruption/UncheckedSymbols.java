package io.m17.proofs.corruption;

import io.m17.ledger.SlotColumn;
import io.m17.proofs.StateImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/// A planted bug: a reader of the first symbol that looks at no checksum, and a check that finds nothing.
///
/// @param image the state as it was written
record UncheckedSymbols(SealedState state, StateImage image) implements Subject {
    private static final int FIRST_SYMBOL = 4096 + 5;

    /// Whether the judgement sees that another symbol is served.
    boolean isFound() throws IOException {
        Path path = state.layout().root().resolve(file());
        List<Object> before = values();
        Damage damage = new Damage.Flip(FIRST_SYMBOL, 1);
        damage.apply(path, image.of(file()));
        try {
            return Judgement.of(this, before, damage).isPresent();
        } finally {
            damage.undo(path, image.of(file()));
        }
    }

    @Override
    public String file() {
        return "symbol-map.bin";
    }

    @Override
    public List<Range> header() {
        return List.of();
    }

    @Override
    public Set<SlotColumn> columns() {
        return Set.of();
    }

    @Override
    public List<String> faults() {
        return List.of();
    }

    @Override
    public List<Object> values() {
        return LogFiles.values(() -> {
            byte[] bytes = Files.readAllBytes(state.layout().symbolMap());
            return List.of(new String(bytes, FIRST_SYMBOL, bytes[FIRST_SYMBOL - 1], StandardCharsets.US_ASCII));
        });
    }
}
