package io.m17.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Function;

/// JSON documents, built field by field so that their names are written down in one place each. Thread-safe.
public final class Json {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /// An array of what each item becomes.
    public static <T> ArrayNode array(Iterable<T> items, Function<? super T, ? extends JsonNode> form) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        items.forEach(item -> array.add(form.apply(item)));
        return array;
    }

    public static ArrayNode texts(Iterable<String> items) {
        return array(items, JsonNodeFactory.instance::textNode);
    }

    /// The document as text, indented.
    public static String print(JsonNode document) {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can always be printed", e);
        }
    }

    /// A checksum as people read it: eight hexadecimal digits.
    public static String hex(int checksum) {
        return String.format(java.util.Locale.ROOT, "%08x", checksum);
    }
}
