package dev.rapport.server.text;

import dev.rapport.json.InvalidJsonException;
import dev.rapport.json.JsonFields;
import dev.rapport.json.JsonPlace;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The body of a request.
 *
 * @param text as the visitor wrote it
 * @param language lower-case tag; "en" where none was given
 */
record Asked(String text, String language) {
    private static final Pattern TAG = Pattern.compile("[a-z]{2,3}(-[a-z0-9]{1,8})*");

    /**
     * Reads the body.
     *
     * @throws Refusal saying where it is wrong
     */
    static Asked read(byte[] body) {
        try {
            String json = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            JsonFields fields = JsonPlace.parse(json).fields();
            String text = fields.need("text").text();
            String language = fields.find("language", JsonPlace::text, "en").toLowerCase(Locale.ROOT);
            fields.end();
            if (text.isBlank()) {
                throw new Refusal(400, "text", "text is empty; send what the visitor wrote");
            }
            if (!TAG.matcher(language).matches()) {
                throw new Refusal(400, "language", "language is no language tag such as en or de-at");
            }
            return new Asked(text, language);
        } catch (CharacterCodingException e) {
            throw new Refusal(400, "malformed", "the body is not UTF-8 text");
        } catch (InvalidJsonException e) {
            String path = e.path().isEmpty() ? "the body" : e.path();
            throw new Refusal(
                    400, "malformed", path + ": " + e.problem() + "; send {\"text\": \"…\", \"language\": \"en\"}");
        }
    }

    /** True where the model knows the language. */
    boolean english() {
        return language.equals("en") || language.startsWith("en-");
    }
}
