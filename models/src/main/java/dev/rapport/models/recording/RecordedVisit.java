package dev.rapport.models.recording;

import java.util.List;

/**
 * One recorded visit.
 *
 * @param id unique in its file
 * @param seed of the visitor's variation
 * @param persona id of the persona
 * @param page id of the page
 * @param kind kind of the page, for example {@code shop}
 * @param variant {@code clean}, or the id of the planted defect
 * @param mood {@code calm} or {@code struggling}: what the script set out to be
 * @param outcome {@code done} or {@code gave-up}
 * @param seconds length
 * @param hello the widget's first message, as sent
 * @param frames in order of their sequence numbers
 * @param truths in order of time, not overlapping; empty for calm visits
 */
public record RecordedVisit(
        String id,
        long seed,
        String persona,
        String page,
        String kind,
        String variant,
        String mood,
        String outcome,
        double seconds,
        byte[] hello,
        List<Recorded> frames,
        List<Truth> truths) {
    public RecordedVisit {
        hello = hello.clone();
        frames = List.copyOf(frames);
        truths = List.copyOf(truths);
    }
}
