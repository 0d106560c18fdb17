package dev.rapport.settings;

import dev.rapport.json.InvalidJsonException;
import dev.rapport.json.JsonPlace;
import java.util.List;

/**
 * Site settings as JSON text. Reading is strict: an unknown, missing or doubled key is an error with its path. Choices
 * carry a {@code type}; constants are lower-case words; times are ISO 8601.
 */
public final class SettingsJson {
    private SettingsJson() {}

    /** The settings as one JSON object, indented, keys in the order of the record. */
    public static String write(SiteSettings settings) {
        return SettingsWriter.write(settings).toPrettyString();
    }

    /**
     * Reads what {@link #write} wrote. Checks shape only; {@link SettingsValidator} checks the meaning.
     *
     * @throws InvalidSettingsException with the path of the first problem
     */
    public static SiteSettings read(String json) {
        try {
            return SettingsReader.read(JsonPlace.parse(json));
        } catch (InvalidJsonException e) {
            throw new InvalidSettingsException(List.of(
                    new InvalidSettingsException.Problem(e.path().isEmpty() ? "settings" : e.path(), e.problem())));
        }
    }
}
