package dev.rapport.server.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rapport.analytics.Range;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SpanTest {
    private static final Instant NOW = Instant.parse("2026-11-20T10:30:00Z");

    @Test
    void aLongRangeIsReadFromDaysWithHoursAndMinutesAtItsEnds() {
        List<Span> spans = cover("2026-11-12T22:58:00Z", "2026-11-15T01:02:00Z");

        assertEquals(
                List.of(
                        span(Grain.MINUTE, "2026-11-12T22:58:00Z", "2026-11-12T23:00:00Z"),
                        span(Grain.HOUR, "2026-11-12T23:00:00Z", "2026-11-13T00:00:00Z"),
                        span(Grain.DAY, "2026-11-13T00:00:00Z", "2026-11-15T00:00:00Z"),
                        span(Grain.HOUR, "2026-11-15T00:00:00Z", "2026-11-15T01:00:00Z"),
                        span(Grain.MINUTE, "2026-11-15T01:00:00Z", "2026-11-15T01:02:00Z")),
                spans);
    }

    @Test
    void aMinuteBelongsToTheRangeThatItBeginsIn() {
        assertEquals(
                List.of(span(Grain.MINUTE, "2026-11-19T10:01:00Z", "2026-11-19T10:03:00Z")),
                cover("2026-11-19T10:00:01Z", "2026-11-19T10:02:01Z"));
    }

    @Test
    void aRangeWithinAMinuteHasNothing() {
        assertEquals(List.of(), cover("2026-11-19T10:00:01Z", "2026-11-19T10:00:59Z"));
    }

    @Test
    void whereTheMinutesAreGoneTheWholeHourIsRead() {
        assertEquals(
                List.of(span(Grain.HOUR, "2026-10-01T10:00:00Z", "2026-10-01T12:00:00Z")),
                cover("2026-10-01T10:20:00Z", "2026-10-01T11:10:00Z"));
    }

    @Test
    void whereTheHoursAreGoneTheWholeDayIsRead() {
        assertEquals(
                List.of(span(Grain.DAY, "2026-05-01T00:00:00Z", "2026-05-02T00:00:00Z")),
                cover("2026-05-01T10:20:00Z", "2026-05-01T11:10:00Z"));
    }

    @Test
    void everyMinuteIsReadOnce() {
        Random random = new Random(1);
        for (int i = 0; i < 500; i++) {
            Instant from = NOW.minusSeconds(60L * random.nextInt(60 * 24 * 6));
            Instant to = from.plusSeconds(60L * (1 + random.nextInt(60 * 24 * 5)));
            List<Span> spans = Span.cover(new Range(from, to, false), Grain.DAY, NOW);

            Instant at = from;
            for (Span span : spans) {
                assertEquals(at, span.from());
                assertEquals(span.from(), span.grain().floor(span.from()));
                assertEquals(span.to(), span.grain().floor(span.to()));
                at = span.to();
            }
            assertEquals(to, at);
            assertTrue(spans.size() <= 5);
        }
    }

    private static List<Span> cover(String from, String to) {
        return Span.cover(new Range(Instant.parse(from), Instant.parse(to), false), Grain.DAY, NOW);
    }

    private static Span span(Grain grain, String from, String to) {
        return new Span(grain, Instant.parse(from), Instant.parse(to));
    }
}
