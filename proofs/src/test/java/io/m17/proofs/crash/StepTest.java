package io.m17.proofs.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.m17.ledger.PayloadType;
import io.m17.ledger.SlotColumn;
import io.m17.ledger.SlotStatus;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class StepTest {
    private static final LocalDate DAY = LocalDate.of(2024, 7, 2);

    @Test
    void comesBackFromItsLine() {
        for (Step step : List.of(
                new Step.Opened(DAY),
                new Step.Symbol(1),
                new Step.Listed(DAY, 2),
                new Step.Curve(3),
                new Step.Stored(DAY, PayloadType.QUOTE, 4, 5),
                new Step.Artifact(DAY, 6),
                new Step.Slot(DAY, SlotColumn.AGGS_1H, 7, 8, new Step.Cell(SlotStatus.FILLED, 9, 10)),
                new Step.Audited(11),
                new Step.Appended("fixed-0000", 12),
                new Step.Forced("fixed-0000", 13),
                new Step.Sealed("variable-0001"),
                new Step.Watermark(),
                new Step.Marked(17),
                new Step.Published(DAY, 14, 15))) {
            assertEquals(step, Step.parse(step.encode()));
        }
    }
}
