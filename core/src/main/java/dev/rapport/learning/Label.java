package dev.rapport.learning;

import dev.rapport.evidence.Sense;
import java.time.LocalDate;
import java.util.Map;

/**
 * What a visitor answered to "was this hard?", and what was thought at that moment. Nothing else of the moment is kept.
 *
 * @param unit who said it: only to keep a person's answers of one day together. A store keeps a hash that means nothing beyond the
 *     day
 * @param day on which it was said, UTC
 * @param struggling what was said
 * @param friction what the friction model said at that moment, 0 to 1
 * @param senses what each sense that was heard added, log-odds; empty for most
 */
public record Label(String unit, LocalDate day, boolean struggling, double friction, Map<Sense, Double> senses) {
    public Label {
        if (!(friction >= 0 && friction <= 1)) {
            throw new IllegalArgumentException("not a probability: " + friction);
        }
        senses = Map.copyOf(senses);
    }
}
