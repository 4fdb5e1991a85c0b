package io.m17.market.artifact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.m17.market.column.Column;
import io.m17.market.column.ColumnType;
import io.m17.market.column.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaTextTest {
    @Test
    void printsWhatItParses() {
        String text = SchemaText.print(Samples.EVERY_TYPE);
        assertEquals(Samples.EVERY_TYPE, SchemaText.parse("every_type", text));
        assertEquals(
                "price:DECIMAL(6),sequence_number:LONG?",
                SchemaText.print(Schema.of(
                        "any",
                        Column.decimal("price", 6),
                        Column.of("sequence_number", ColumnType.LONG).orNull())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "price",
                "price:MONEY",
                "price:LONG,",
                "Price:LONG",
                "a:LONG,a:LONG",
                "a:INT?",
                "a:DECIMAL(19)"
            })
    void refusesOtherText(String text) {
        assertThrows(IllegalArgumentException.class, () -> SchemaText.parse("any", text));
    }
}
