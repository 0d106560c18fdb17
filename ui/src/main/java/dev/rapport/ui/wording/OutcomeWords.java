package dev.rapport.ui.wording;

import dev.rapport.experiment.Assignment;
import dev.rapport.feature.Cause;
import dev.rapport.pacing.Pacing.Pause;
import dev.rapport.pipeline.Outcome;
import dev.rapport.pipeline.Outcome.Refusal;
import dev.rapport.scoring.Score;
import dev.rapport.settings.SiteSettings;
import java.util.Optional;

/** Plain words for what became of a frame. No text here says how a visitor feels. */
public final class OutcomeWords {
    private OutcomeWords() {}

    /** The newest score, where the outcome carries one. */
    public static Optional<Score> score(Outcome outcome) {
        return switch (outcome) {
            case Outcome.WarmingUp warming -> Optional.of(warming.score());
            case Outcome.NoRuleMatched none -> Optional.of(none.score());
            case Outcome.Paced paced -> Optional.of(paced.score());
            case Outcome.HeldOut heldOut -> Optional.of(heldOut.score());
            case Outcome.Shown shown -> Optional.of(shown.score());
            case Outcome.Duplicate duplicate -> Optional.empty();
            case Outcome.Refused refused -> Optional.empty();
        };
    }

    /** Whether a hint was shown, and if not, why not. */
    public static String sentence(Outcome outcome, SiteSettings site) {
        return switch (outcome) {
            case Outcome.WarmingUp warming -> "No hint: " + warming.score().why() + ".";
            case Outcome.NoRuleMatched none -> "No hint: no rule matched.";
            case Outcome.Paced paced ->
                "No hint: “" + hint(paced.match().hint(), site) + "” was due, but " + pause(paced.pause()) + ".";
            case Outcome.HeldOut heldOut ->
                "No hint: “" + hint(heldOut.match().hint(), site) + "” would have shown; "
                        + arm(heldOut.assignment(), site) + ".";
            case Outcome.Shown shown -> "Hint “" + shown.hint().name() + "” was sent.";
            case Outcome.Duplicate duplicate -> "Nothing new: this second was already counted.";
            case Outcome.Refused refused -> "Refused: " + refusal(refused.reason()) + ".";
        };
    }

    /** Why pacing held a hint back, as a clause. */
    public static String pause(Pause pause) {
        return switch (pause) {
            case SESSION_CAP -> "the visit has had all its hints";
            case HINT_CAP -> "the visit has had this one";
            case COOL_DOWN -> "the last hint was too recent";
            case SILENCED -> "the visitor closed a hint or switched hints off";
            case TYPING -> "the visitor is typing";
            case DRAGGING -> "the visitor is dragging";
            case HIDDEN -> "the page is hidden";
            case TOO_FORWARD -> "a dialog is never a visit's first hint";
        };
    }

    /** Why a frame was refused, as a clause. */
    public static String refusal(Refusal refusal) {
        return switch (refusal) {
            case CHANNEL_NOT_ALLOWED -> "it held a channel that is not allowed";
            case CLOCK -> "its clock went backwards or too far ahead";
            case RATE -> "too many frames";
        };
    }

    /** A probability in words. */
    public static String trouble(double probability) {
        if (probability < 0.35) {
            return "Little sign of trouble";
        }
        return probability < 0.65 ? "Some signs of trouble" : "Clear signs of trouble";
    }

    /** A certainty in words. */
    public static String certainty(double certainty) {
        if (certainty < 0.34) {
            return "low certainty";
        }
        return certainty < 0.67 ? "medium certainty" : "high certainty";
    }

    /** What raised a score, as a clause that follows "because of". */
    public static String cause(Cause cause) {
        return cause.plain();
    }

    private static String hint(String id, SiteSettings site) {
        return site.hint(id).map(hint -> hint.name()).orElse(id);
    }

    private static String arm(Assignment assignment, SiteSettings site) {
        if (assignment.experiment().equals(Assignment.HOLDOUT)) {
            return "this visitor is in the holdout";
        }
        return "this visitor is in arm “" + assignment.variation() + "” of “"
                + site.experiments().stream()
                        .filter(experiment -> experiment.id().equals(assignment.experiment()))
                        .map(experiment -> experiment.name())
                        .findFirst()
                        .orElse(assignment.experiment())
                + "”";
    }
}
