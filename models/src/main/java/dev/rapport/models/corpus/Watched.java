package dev.rapport.models.corpus;

import dev.rapport.models.recording.Truth;
import java.util.List;

/**
 * A visit watched by another product's script.
 *
 * @param rival name of the product, for example {@code posthog}
 * @param visit id of the planned visit
 * @param persona id of the persona
 * @param page id of the page
 * @param seconds length
 * @param truths where the visitor struggled
 * @param marks the product's own friction events, in order of time
 */
public record Watched(
        String rival, String visit, String persona, String page, double seconds, List<Truth> truths, List<Mark> marks) {
    /**
     * An event that the product reported.
     *
     * @param at seconds since the visit began when it was reported
     * @param kind rage, dead, error or thrash
     */
    public record Mark(double at, String kind) {}

    public Watched {
        truths = List.copyOf(truths);
        marks = List.copyOf(marks);
    }
}
