package io.m17.market.artifact;

import io.m17.market.column.Column;
import io.m17.market.column.ColumnType;
import io.m17.market.column.Schema;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;
import org.apache.parquet.schema.Types;
import org.jspecify.annotations.Nullable;

/// The Parquet types that query engines see behind the columns.
final class ParquetTypes {
    private static final int DECIMAL_PRECISION = 18;

    private ParquetTypes() {}

    static MessageType message(Schema schema) {
        return new MessageType(
                schema.name(),
                schema.columns().stream().<Type>map(ParquetTypes::primitive).toList());
    }

    private static PrimitiveType primitive(Column column) {
        return Types.primitive(physical(column.type()), column.nullable() ? Repetition.OPTIONAL : Repetition.REQUIRED)
                .as(logical(column))
                .named(column.name());
    }

    static PrimitiveTypeName physical(ColumnType type) {
        return switch (type) {
            case LONG, TIMESTAMP, DECIMAL -> PrimitiveTypeName.INT64;
            case INT, DATE -> PrimitiveTypeName.INT32;
            case DOUBLE -> PrimitiveTypeName.DOUBLE;
            case BOOLEAN -> PrimitiveTypeName.BOOLEAN;
            case TEXT, ID -> PrimitiveTypeName.BINARY;
        };
    }

    private static @Nullable LogicalTypeAnnotation logical(Column column) {
        return switch (column.type()) {
            case TIMESTAMP -> LogicalTypeAnnotation.timestampType(true, TimeUnit.NANOS);
            case DECIMAL -> LogicalTypeAnnotation.decimalType(column.scale(), DECIMAL_PRECISION);
            case DATE -> LogicalTypeAnnotation.dateType();
            case TEXT, ID -> LogicalTypeAnnotation.stringType();
            case LONG, INT, DOUBLE, BOOLEAN -> null;
        };
    }
}
