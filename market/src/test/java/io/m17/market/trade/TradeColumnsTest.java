package io.m17.market.trade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.m17.market.column.Column;
import io.m17.market.column.ColumnBatch;
import io.m17.market.column.ColumnType;
import io.m17.market.column.Schema;
import java.util.List;
import org.junit.jupiter.api.Test;

class TradeColumnsTest {
    @Test
    void hasTheColumnsOfTheContractInTheirOrder() {
        assertEquals(
                List.of(
                        "instrument",
                        "ticker",
                        "sip_timestamp",
                        "participant_timestamp",
                        "price",
                        "size",
                        "exchange",
                        "conditions",
                        "correction",
                        "sequence_number",
                        "id",
                        "tape",
                        "trf_id",
                        "trf_timestamp",
                        "late",
                        "flag"),
                TradeColumns.SCHEMA.columns().stream().map(Column::name).toList());
    }

    @Test
    void sortsEveryColumnOfTheTail() {
        TradeColumns trades = TradeColumns.create();
        append(trades, 9, 1, "first");
        append(trades, 5, 2, "c");
        append(trades, 5, 1, "b");
        append(trades, 3, 7, "a");
        trades.sortTail(1);
        assertEquals(
                List.of("first", "a", "b", "c"),
                List.of(trades.id.get(0), trades.id.get(1), trades.id.get(2), trades.id.get(3)));
        assertEquals(3, trades.sipTimestamp.get(1));
        assertEquals(1, trades.sequenceNumber.get(2));
        assertEquals(4, trades.count());
    }

    @Test
    void refusesABatchOfAnotherSchema() {
        ColumnBatch other = new ColumnBatch(Schema.of("other", Column.of("x", ColumnType.INT)));
        assertThrows(IllegalArgumentException.class, () -> TradeColumns.of(other));
    }

    private static void append(TradeColumns trades, long sipNs, long sequence, String id) {
        trades.instrument.append("SPY");
        trades.ticker.append("SPY");
        trades.sipTimestamp.append(sipNs);
        trades.participantTimestamp.append(Column.NULL);
        trades.price.append(1);
        trades.size.append(1);
        trades.exchange.append(1);
        trades.conditions.append("");
        trades.correction.append(0);
        trades.sequenceNumber.append(sequence);
        trades.id.append(id);
        trades.tape.append(1);
        trades.trfId.append(0);
        trades.trfTimestamp.append(Column.NULL);
        trades.late.append(0);
        trades.flag.append("");
    }
}
