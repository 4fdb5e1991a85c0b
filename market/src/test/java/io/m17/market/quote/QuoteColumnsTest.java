package io.m17.market.quote;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.m17.market.column.Column;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuoteColumnsTest {
    @Test
    void hasTheColumnsOfTheContractInTheirOrder() {
        assertEquals(
                List.of(
                        "instrument",
                        "ticker",
                        "sip_timestamp",
                        "participant_timestamp",
                        "bid_price",
                        "bid_size",
                        "bid_exchange",
                        "ask_price",
                        "ask_size",
                        "ask_exchange",
                        "conditions",
                        "indicators",
                        "sequence_number",
                        "tape"),
                QuoteColumns.SCHEMA.columns().stream().map(Column::name).toList());
    }
}
