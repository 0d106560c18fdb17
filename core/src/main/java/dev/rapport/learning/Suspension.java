package dev.rapport.learning;

import dev.rapport.evidence.Sense;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes the senses out of a site's scores when these have shifted against the four weeks before: what senses add rests mostly on
 * guesses, and nobody knows whether they hold where everything else has changed. A person can switch them on again by going
 * back to an older version; then a week passes before the next suspension.
 */
public final class Suspension {
    /** Who is named as the maker of a suspending version. */
    public static final String BY = "drift monitor";

    private static final Duration PEACE = Duration.ofDays(7);

    private Suspension() {}

    /**
     * The version to be kept and used, if senses are to be suspended now.
     *
     * @param weeks the site against its four weeks before, score first, as {@link Drift#of} gives it
     * @param current what is in use
     * @param versions every version, newest first
     */
    public static Optional<Version> due(List<Drift> weeks, Adjustment current, List<Version> versions, Instant now) {
        boolean shifted = !weeks.isEmpty() && weeks.getFirst().level() == Drift.Level.SHIFTED;
        boolean heard = false;
        Map<Sense, Double> silent = new EnumMap<>(Sense.class);
        for (Sense sense : Sense.values()) {
            heard |= current.weight(sense) > 0;
            silent.put(sense, 0.0);
        }
        boolean lately = versions.stream()
                .anyMatch(version -> version.verdict().answer() == Verdict.Answer.SENSES_SUSPENDED
                        && version.at().isAfter(now.minus(PEACE)));
        if (!shifted || !heard || lately) {
            return Optional.empty();
        }
        int number = versions.isEmpty() ? 1 : versions.getFirst().number() + 1;
        return Optional.of(new Version(
                number,
                now,
                BY,
                new Adjustment(number, current.calibration(), silent),
                new Verdict(Verdict.Answer.SENSES_SUSPENDED, 0, 0, 0, Double.NaN, Double.NaN, Double.NaN, Double.NaN)));
    }
}
