package io.m17.ledger.slot;

import io.m17.ledger.SlotColumn;
import java.util.Optional;

/// Something in a ledger file that is not as it should be.
///
/// @param symbolId -1 when it concerns the file
/// @param minute -1 when it concerns the symbol
public record MatrixFault(int symbolId, int minute, Optional<SlotColumn> column, String what) {
    static MatrixFault ofFile(String what) {
        return new MatrixFault(-1, -1, Optional.empty(), what);
    }

    static MatrixFault ofSymbol(int symbolId, String what) {
        return new MatrixFault(symbolId, -1, Optional.empty(), what);
    }
}
