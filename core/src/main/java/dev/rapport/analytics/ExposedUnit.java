package dev.rapport.analytics;

import dev.rapport.journal.JournalEntry;
import dev.rapport.pipeline.Outcome;
import dev.rapport.session.Visit;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is known of a unit at its first exposure, for whatever is measured after it.
 *
 * @param at when the server received the exposing frame
 * @param session of the visit
 * @param sequence of the frame
 * @param second of the frame on the page's clock
 * @param page path template the visitor was on
 * @param element reference of the troubled element; empty if there is none
 * @param hint id of the hint that was shown; empty where none was
 * @param before mean known score of the visit up to and with the exposing frame; 0 when none was known
 * @param segment whose it is
 */
public record ExposedUnit(
        Instant at,
        String session,
        long sequence,
        int second,
        String page,
        String element,
        String hint,
        double before,
        Segment segment) {
    private static final Set<String> LANGUAGES =
            Arrays.stream(Locale.getISOLanguages()).collect(Collectors.toUnmodifiableSet());

    /**
     * What a report may be split by.
     *
     * @param device word of the device class
     * @param language of two letters, else {@code other}
     * @param visitor {@code new} or {@code returning}
     */
    public record Segment(String device, String language, String visitor) {
        /** The segment of a visit. */
        public static Segment of(Visit visit) {
            String tag = visit.language();
            int end = tag.indexOf('-');
            String language = end < 0 ? tag : tag.substring(0, end);
            return new Segment(
                    visit.device().word(),
                    LANGUAGES.contains(language) ? language : "other",
                    visit.returning() ? "returning" : "new");
        }
    }

    /** The unit at an entry that exposes it. */
    public static ExposedUnit at(JournalEntry entry, double before) {
        return new ExposedUnit(
                entry.receivedAt(),
                entry.visit().session(),
                entry.frame().sequence(),
                entry.frame().second(),
                entry.frame().page(),
                element(entry.outcome()),
                entry.outcome() instanceof Outcome.Shown shown ? shown.hint().id() : "",
                before,
                Segment.of(entry.visit()));
    }

    private static String element(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Shown shown -> shown.match().element();
            case Outcome.HeldOut heldOut -> heldOut.match().element();
            case Outcome.Paced paced -> paced.match().element();
            case Outcome.WarmingUp warmingUp -> "";
            case Outcome.NoRuleMatched noRule -> "";
            case Outcome.Refused refused -> "";
            case Outcome.Duplicate duplicate -> "";
        };
    }

    /** As {@link Exposure#isBefore}, for an entry that the journal holds later. */
    public boolean isBefore(JournalEntry later) {
        return !inVisit(later) || later.frame().sequence() > sequence;
    }

    /** As {@link Exposure#isSoonBefore}. */
    public boolean isSoonBefore(JournalEntry later) {
        return inVisit(later) && isBefore(later) && later.frame().second() <= second + Exposure.WINDOW_SECONDS;
    }

    boolean inVisit(JournalEntry later) {
        return session.equals(later.visit().session());
    }

    /** Seconds from exposure to {@code later}: by the page's clock in the same visit, else by the server's. */
    double secondsTo(JournalEntry later) {
        return inVisit(later)
                ? Math.max(0, later.frame().second() - second)
                : Math.max(0, later.receivedAt().toEpochMilli() - at.toEpochMilli()) / 1000.0;
    }
}
