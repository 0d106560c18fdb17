package dev.rapport.models.evaluate;

import dev.rapport.frame.Frame;
import dev.rapport.frame.Summary;
import dev.rapport.frame.SummaryField;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Visits as they would have been, had the visitor been slower, the page larger, or a channel missing. */
final class Change {
    private static final Set<SummaryField> TIMES =
            EnumSet.of(SummaryField.ACTIVE_MS, SummaryField.HOVER_CS, SummaryField.KEY_GAP_MS);

    private Change() {}

    /** Everything that the visitor does takes {@code factor} times as long; the page answers as fast as before. */
    static UnaryOperator<Frame> slower(double factor) {
        return frame -> {
            int[] values = frame.summary().toArray();
            for (SummaryField field : TIMES) {
                values[field.ordinal()] = (int) Math.min(60_000, Math.round(values[field.ordinal()] * factor));
            }
            return with(frame, (int) Math.round(frame.second() * factor), values);
        };
    }

    /** Every path is {@code factor} times as long, as on a page zoomed by that factor. */
    static UnaryOperator<Frame> larger(double factor) {
        return frame -> {
            int[] values = frame.summary().toArray();
            int at = SummaryField.PATH_PX.ordinal();
            values[at] = (int) Math.round(values[at] * factor);
            return with(frame, frame.second(), values);
        };
    }

    /** Nothing that a hand could do is seen. */
    static UnaryOperator<Frame> blind() {
        return frame -> new Frame(
                frame.sequence(),
                frame.second(),
                frame.page(),
                frame.state(),
                Summary.EMPTY,
                List.of(),
                frame.events());
    }

    private static Frame with(Frame frame, int second, int[] values) {
        return new Frame(
                frame.sequence(),
                second,
                frame.page(),
                frame.state(),
                Summary.of(values),
                frame.signals(),
                frame.events());
    }
}
