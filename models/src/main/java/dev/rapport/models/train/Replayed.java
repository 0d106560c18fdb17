package dev.rapport.models.train;

import dev.rapport.models.recording.RecordedVisit;
import java.util.List;

/**
 * A visit with its moments.
 *
 * @param visit what was recorded
 * @param moments one a frame, in order
 */
public record Replayed(RecordedVisit visit, List<Moment> moments) {
    public Replayed {
        moments = List.copyOf(moments);
    }
}
