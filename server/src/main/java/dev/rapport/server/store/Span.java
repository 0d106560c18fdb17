package dev.rapport.server.store;

import dev.rapport.analytics.Range;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of time read from roll-ups of one grain.
 *
 * @param grain which roll-ups
 * @param from start of the first
 * @param to start of the first that is not read
 */
record Span(Grain grain, Instant from, Instant to) {
    /**
     * The fewest roll-ups that cover a range: days in the middle, hours and minutes at its ends, so at most five spans
     * however long it is. A minute belongs to the range when it begins in it; where the finer roll-ups are gone, the whole hour or day does.
     *
     * @param coarsest the longest grain to use
     * @param now to know which roll-ups may be gone
     */
    static List<Span> cover(Range range, Grain coarsest, Instant now) {
        Instant from = Grain.MINUTE.ceiling(range.from());
        Instant to = Grain.MINUTE.ceiling(range.to());
        for (Grain gone : List.of(Grain.MINUTE, Grain.HOUR)) {
            Grain next = Grain.values()[gone.ordinal() + 1];
            from = from.isBefore(gone.horizon(now)) ? next.floor(from) : from;
            to = to.isBefore(gone.horizon(now)) ? next.ceiling(to) : to;
        }
        List<Span> spans = new ArrayList<>();
        split(from, to, coarsest, spans);
        return spans;
    }

    private static void split(Instant from, Instant to, Grain grain, List<Span> spans) {
        if (!from.isBefore(to)) {
            return;
        }
        if (grain == Grain.MINUTE) {
            spans.add(new Span(grain, from, to));
            return;
        }
        Grain finer = Grain.values()[grain.ordinal() - 1];
        Instant first = grain.ceiling(from);
        Instant last = grain.floor(to);
        if (!first.isBefore(last)) {
            split(from, to, finer, spans);
            return;
        }
        split(from, first, finer, spans);
        spans.add(new Span(grain, first, last));
        split(last, to, finer, spans);
    }
}
