package dev.rapport.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The fields of one JSON object; {@link #end} refuses those that nobody asked for. */
public final class JsonFields {
    private final JsonPlace place;
    private final Set<String> asked = new HashSet<>();

    JsonFields(JsonPlace place) {
        this.place = place;
    }

    /** A field that must be there; null is passed on. */
    public JsonPlace need(String name) {
        asked.add(name);
        JsonNode value = place.node().get(name);
        if (value == null) {
            throw place.at(name, place.node()).problem("is missing");
        }
        return place.at(name, value);
    }

    /** A field that may be absent; absent and null are both null. */
    public @Nullable JsonPlace find(String name) {
        asked.add(name);
        JsonNode value = place.node().get(name);
        return value == null || value.isNull() ? null : place.at(name, value);
    }

    /** A field that may be absent or null, read by {@code read}, else {@code otherwise}. */
    public <T extends @Nullable Object> T find(String name, Function<JsonPlace, T> read, T otherwise) {
        JsonPlace found = find(name);
        return found == null ? otherwise : read.apply(found);
    }

    /** All fields as a map in the order of the document, each read by {@code read}. */
    public <T> Map<String, T> map(Function<JsonPlace, T> read) {
        Map<String, T> values = new LinkedHashMap<>();
        place.node().properties().forEach(field -> {
            asked.add(field.getKey());
            values.put(field.getKey(), read.apply(place.at(field.getKey(), field.getValue())));
        });
        return values;
    }

    /** Refuses fields that were not asked for. */
    public void end() {
        for (String name : names()) {
            if (!asked.contains(name)) {
                List<String> known = new ArrayList<>(asked);
                known.sort(null);
                throw place.at(name, place.node()).problem("is not known here; known are " + String.join(", ", known));
            }
        }
    }

    private List<String> names() {
        List<String> names = new ArrayList<>(place.node().size());
        place.node().fieldNames().forEachRemaining(names::add);
        return names;
    }
}
