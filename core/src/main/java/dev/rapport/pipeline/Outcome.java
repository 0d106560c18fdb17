package dev.rapport.pipeline;

import dev.rapport.experiment.Assignment;
import dev.rapport.hint.Hint;
import dev.rapport.pacing.Pacing;
import dev.rapport.scoring.Score;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What became of one frame, and why no hint was shown. Server, analytics and console each handle it in one exhaustive
 * switch.
 */
public sealed interface Outcome {
    /** The word in tables, metrics and the console, for example {@code held_out}. */
    default String word() {
        return getClass().getSimpleName().replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }

    /** The frame was already counted. */
    record Duplicate() implements Outcome {}

    /**
     * The frame broke a rule of the site or the protocol; nothing of it is stored.
     *
     * @param reason counted by it
     */
    record Refused(Refusal reason) implements Outcome {}

    /**
     * Too little evidence for a score, and no rule matched.
     *
     * @param score why it is unknown
     */
    record WarmingUp(Score.Unknown score) implements Outcome {}

    /**
     * Scored; no rule matched.
     *
     * @param score the estimate
     */
    record NoRuleMatched(Score score) implements Outcome {}

    /**
     * A rule matched; pacing held its hint back.
     *
     * @param score the estimate
     * @param match what matched
     * @param pause why it was held back
     */
    record Paced(Score score, Match match, Pacing.Pause pause) implements Outcome {}

    /**
     * The hint would have been shown now, but the visitor is in a control arm or the holdout. Uses up pacing.
     *
     * @param score the estimate
     * @param match what matched
     * @param assignment the arm
     */
    record HeldOut(Score score, Match match, Assignment assignment) implements Outcome {}

    /**
     * The hint goes to the page.
     *
     * @param score the estimate
     * @param match what matched
     * @param assignment the arm, null where no experiment decides about the hint
     * @param hint what is shown: the matched hint, or the arm's
     */
    record Shown(Score score, Match match, @Nullable Assignment assignment, Hint hint) implements Outcome {}

    /**
     * Which rule matched.
     *
     * @param rule its id
     * @param hint id of the hint it calls for
     * @param element reference of the troubled element, empty if there is none
     */
    record Match(String rule, String hint, String element) {}

    /** Why a frame was refused. */
    enum Refusal {
        /** A channel that the site or visitor did not allow had numbers in it. */
        CHANNEL_NOT_ALLOWED,
        /** The second went backwards or jumped past the present. */
        CLOCK,
        /** More frames than a session may send. */
        RATE
    }
}
