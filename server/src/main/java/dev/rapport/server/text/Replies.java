package dev.rapport.server.text;

import dev.rapport.models.text.TextLabel;
import dev.rapport.models.text.TextModel;
import dev.rapport.models.text.TextScore;
import dev.rapport.reply.Stance;
import dev.rapport.reply.Suggestion;
import dev.rapport.reply.Tone;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.Optional;

/** Scores a text and says how one might answer it. Keeps nothing of a text. Thread-safe. */
public final class Replies {
    private final TextModel model;

    /** Over this model. */
    public Replies(TextModel model) {
        this.model = model;
    }

    /**
     * The answer as JSON: {@code known}, and if so the probabilities and {@code certainty}, each 0 to 1 with three digits; then
     * {@code stance} and {@code why}.
     */
    JsonObject to(Asked asked) {
        if (!asked.english()) {
            return unknown("Only English texts are scored so far.");
        }
        return switch (model.score(asked.text())) {
            case TextScore.Unknown u -> answer(new JsonObject().put("known", false), Optional.empty());
            case TextScore.Known known -> {
                Tone tone = tone(known);
                yield answer(
                        new JsonObject()
                                .put("known", true)
                                .put("frustration", rounded(tone.frustration()))
                                .put("confusion", rounded(tone.confusion()))
                                .put("gratitude", rounded(tone.gratitude()))
                                .put("sadness", rounded(tone.sadness()))
                                .put("certainty", rounded(tone.certainty())),
                        Optional.of(tone));
            }
        };
    }

    private static JsonObject unknown(String why) {
        return new JsonObject()
                .put("known", false)
                .put("stance", Stance.GO_ON.word())
                .put("why", why);
    }

    private JsonObject answer(JsonObject answer, Optional<Tone> tone) {
        Suggestion suggestion = Suggestion.of(tone, model.threshold());
        return answer.put("stance", suggestion.stance().word()).put("why", suggestion.why());
    }

    private static Tone tone(TextScore.Known known) {
        Map<TextLabel, Double> said = known.probabilities();
        return new Tone(
                said.getOrDefault(TextLabel.FRUSTRATION, 0.0),
                said.getOrDefault(TextLabel.CONFUSION, 0.0),
                said.getOrDefault(TextLabel.GRATITUDE, 0.0),
                said.getOrDefault(TextLabel.SADNESS, 0.0),
                known.certainty());
    }

    private static double rounded(double probability) {
        return Math.round(probability * 1000) / 1000.0;
    }
}
