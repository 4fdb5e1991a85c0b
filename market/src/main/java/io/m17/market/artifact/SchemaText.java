package io.m17.market.artifact;

import io.m17.market.column.Column;
import io.m17.market.column.ColumnType;
import io.m17.market.column.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The columns of a schema as text, `price:DECIMAL(6),sequence_number:LONG?`; `?` marks a nullable column. It tells
/// what the Parquet types cannot: a text with few values from one with mostly distinct ones.
final class SchemaText {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");
    private static final Pattern COLUMN =
            Pattern.compile("(?<name>[^:]+):(?<type>[A-Z]+)(?:\\((?<scale>[0-9]{1,2})\\))?(?<nullable>\\?)?");

    private SchemaText() {}

    static String print(Schema schema) {
        StringBuilder text = new StringBuilder();
        for (Column column : schema.columns()) {
            text.append(text.isEmpty() ? "" : ",")
                    .append(column.name())
                    .append(':')
                    .append(column.type());
            if (column.type() == ColumnType.DECIMAL) {
                text.append('(').append(column.scale()).append(')');
            }
            text.append(column.nullable() ? "?" : "");
        }
        return text.toString();
    }

    /// The opposite of [#print]; what it could not have printed is an [IllegalArgumentException].
    static Schema parse(String name, String columns) {
        List<Column> parsed = new ArrayList<>();
        for (String column : columns.split(",", -1)) {
            Matcher matcher = COLUMN.matcher(column);
            if (!matcher.matches()) {
                throw new IllegalArgumentException("no column description [text=" + column + "]");
            }
            ColumnType type = ColumnType.valueOf(matcher.group("type"));
            String scale = matcher.group("scale");
            parsed.add(new Column(
                    matcher.group("name"),
                    type,
                    scale == null ? 0 : Integer.parseInt(scale),
                    matcher.group("nullable") != null));
        }
        return checked(new Schema(name, parsed));
    }

    /// The schema, when a file can hold it; what is wrong with it is an [IllegalArgumentException].
    static Schema checked(Schema schema) {
        require(NAME.matcher(schema.name()).matches(), "a schema is named in lower-case letters", schema.name());
        require(!schema.columns().isEmpty(), "a schema has a column", schema.name());
        for (Column column : schema.columns()) {
            require(NAME.matcher(column.name()).matches(), "a column is named in lower-case letters", column.name());
            require(column.scale() >= 0 && column.scale() <= 18, "a scale is 0 to 18", column.name());
            boolean canBeNull = switch (column.type()) {
                case LONG, TIMESTAMP, DECIMAL -> true;
                case INT, DATE, DOUBLE, BOOLEAN, TEXT, ID -> false;
            };
            require(canBeNull || !column.nullable(), "only a column of 64-bit integers has nulls", column.name());
        }
        long names = schema.columns().stream().map(Column::name).distinct().count();
        require(names == schema.columns().size(), "a column stands twice", schema.name());
        return schema;
    }

    private static void require(boolean holds, String rule, String name) {
        if (!holds) {
            throw new IllegalArgumentException(rule + " [name=" + name + "]");
        }
    }
}
