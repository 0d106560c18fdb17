package dev.rapport.reply;

import java.util.Optional;

/**
 * A stance with its reason. It is a suggestion by fixed thresholds that nobody has validated on chats yet:
 *
 * <pre>
 *   hand over     frustration at least 0.5 and certainty at least 0.5
 *   slow down     sadness at least 0.5, or frustration-like and confusion at least 0.3
 *   acknowledge   frustration-like: at least the model's own threshold
 *   clarify       confusion at least 0.6; an ordinary question has up to about that
 *   go on         everything else
 * </pre>
 *
 * @param stance how to answer
 * @param why one plain sentence about the words, never about the person
 */
public record Suggestion(Stance stance, String why) {
    private static final double LIKELY = 0.5;
    private static final double ALSO_LOST = 0.3;
    private static final double LOST = 0.6;

    /**
     * The stance for a text.
     *
     * @param tone of the text; empty where it is unknown
     * @param frustrated probability from which the text counts as frustration-like, 0 to 1
     */
    public static Suggestion of(Optional<Tone> tone, double frustrated) {
        return tone.map(known -> of(known, frustrated))
                .orElseGet(() -> new Suggestion(Stance.GO_ON, "The text is too short or too unusual to say."));
    }

    private static Suggestion of(Tone tone, double frustrated) {
        boolean frustrationLike = tone.frustration() >= frustrated;
        if (tone.frustration() >= LIKELY && tone.certainty() >= LIKELY) {
            return new Suggestion(Stance.HAND_OVER, "The words sound strongly frustrated.");
        }
        if (tone.sadness() >= LIKELY) {
            return new Suggestion(Stance.SLOW_DOWN, "The words sound sad.");
        }
        if (frustrationLike && tone.confusion() >= ALSO_LOST) {
            return new Suggestion(Stance.SLOW_DOWN, "The words sound both frustrated and lost.");
        }
        if (frustrationLike) {
            return new Suggestion(Stance.ACKNOWLEDGE, "The words sound frustrated.");
        }
        if (tone.confusion() >= LOST) {
            return new Suggestion(Stance.CLARIFY, "The words sound lost.");
        }
        return new Suggestion(Stance.GO_ON, "Nothing in the words stands out.");
    }
}
