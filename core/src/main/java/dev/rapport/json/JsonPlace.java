package dev.rapport.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A JSON value together with the way to it. Every reading method throws {@link InvalidJsonException} with the path when
 * the value is of another kind.
 */
public final class JsonPlace {
    private static final ObjectReader READER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readerFor(JsonNode.class);

    private final @Nullable JsonPlace parent;
    private final String step;
    private final JsonNode node;

    private JsonPlace(@Nullable JsonPlace parent, String step, JsonNode node) {
        this.parent = parent;
        this.step = step;
        this.node = node;
    }

    /** The root of a document. Doubled keys and text after the document are errors. */
    public static JsonPlace parse(String json) {
        try {
            JsonNode root = READER.readValue(json);
            if (root == null || root.isMissingNode()) {
                throw new InvalidJsonException("", "no JSON here; a JSON value is needed");
            }
            return new JsonPlace(null, "", root);
        } catch (JsonProcessingException e) {
            String where = e.getLocation() == null
                    ? ""
                    : " at line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr();
            throw new InvalidJsonException("", "not JSON" + where + ": " + firstLine(e.getOriginalMessage()));
        }
    }

    private static String firstLine(String message) {
        String line = message.lines().findFirst().orElse("");
        return line.replace(JsonParser.class.getName(), "parser");
    }

    JsonPlace at(String key, JsonNode value) {
        return new JsonPlace(this, key, value);
    }

    JsonNode node() {
        return node;
    }

    /** The way from the root, for example {@code rules[2].hint}; empty for the root. */
    public String path() {
        if (parent == null) {
            return "";
        }
        String before = parent.path();
        return before.isEmpty() || step.startsWith("[") ? before + step : before + "." + step;
    }

    /** An error at this place. */
    public InvalidJsonException problem(String message) {
        return new InvalidJsonException(path(), message);
    }

    /** The value as JSON text. */
    public String shown() {
        return node.toString();
    }

    /** True for JSON's null. */
    public boolean isNull() {
        return node.isNull();
    }

    /** True for an object. */
    public boolean isObject() {
        return node.isObject();
    }

    /** True for a text. */
    public boolean isText() {
        return node.isTextual();
    }

    /** The fields of an object. */
    public JsonFields fields() {
        if (!node.isObject()) {
            throw wanted("an object");
        }
        return new JsonFields(this);
    }

    /** Every element of an array, read by {@code each}. */
    public <T> List<T> list(Function<JsonPlace, T> each) {
        if (!node.isArray()) {
            throw wanted("an array");
        }
        List<T> values = new ArrayList<>(node.size());
        for (int i = 0; i < node.size(); i++) {
            values.add(each.apply(at("[" + i + "]", node.get(i))));
        }
        return values;
    }

    /** A text. */
    public String text() {
        if (!node.isTextual()) {
            throw wanted("a text");
        }
        return node.textValue();
    }

    /** A truth value. */
    public boolean flag() {
        if (!node.isBoolean()) {
            throw wanted("true or false");
        }
        return node.booleanValue();
    }

    /** A whole number that fits a long; 3.0 counts as whole. */
    public long whole() {
        if (!node.isNumber() || (node.isFloatingPointNumber() && node.doubleValue() != Math.rint(node.doubleValue()))) {
            throw wanted("a whole number");
        }
        if (!node.canConvertToLong()) {
            throw problem("the number is too large");
        }
        return node.longValue();
    }

    /** A whole number that fits an int. */
    public int small() {
        long value = whole();
        if (value != (int) value) {
            throw problem("the number is too large");
        }
        return (int) value;
    }

    /** A finite number. */
    public double number() {
        if (!node.isNumber()) {
            throw wanted("a number");
        }
        double value = node.doubleValue();
        if (!Double.isFinite(value)) {
            throw problem("the number is too large");
        }
        return value;
    }

    /** An instant in ISO 8601 with a Z, for example {@code 2026-11-23T10:00:00Z}. */
    public Instant instant() {
        try {
            return Instant.parse(text());
        } catch (DateTimeParseException e) {
            throw problem("not an instant; write it as 2026-11-23T10:00:00Z");
        }
    }

    /** A constant of an enum by its lower-case name. */
    public <E extends Enum<E>> E word(Class<E> type) {
        String word = text();
        for (E constant : type.getEnumConstants()) {
            if (word(constant).equals(word)) {
                return constant;
            }
        }
        throw problem("'" + word + "' is unknown; use one of "
                + String.join(
                        ", ",
                        Arrays.stream(type.getEnumConstants())
                                .map(JsonPlace::word)
                                .toList()));
    }

    /** How an enum constant is written: its name in lower case. */
    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private InvalidJsonException wanted(String kind) {
        return problem(kind + " is needed, but there is "
                + (node.isNull() ? "null" : node.getNodeType().name().toLowerCase(Locale.ROOT)));
    }
}
