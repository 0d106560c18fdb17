package dev.rapport.ui.wording;

import dev.rapport.evidence.Sense;
import dev.rapport.feature.Cause;
import dev.rapport.feature.Feature;
import dev.rapport.learning.Adjustment;
import dev.rapport.learning.Calibration;
import dev.rapport.learning.Drift;
import dev.rapport.learning.Platt;
import dev.rapport.learning.Verdict;
import dev.rapport.settings.SiteSettings;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was learned from visitors' answers, in words. */
public final class LearningWords {
    private LearningWords() {}

    /** Whether a site's visitors have said what its score means. */
    public static String state(SiteSettings site) {
        return site.learned().version() == 0 ? "uncalibrated" : "calibrated by your visitors";
    }

    /** What an adjustment does to a score. */
    public static String adjustment(Adjustment adjustment) {
        String calibration = switch (adjustment.calibration()) {
            case Calibration.Unchanged unchanged -> "score as the model says it";
            case Platt platt when platt.slope() < 1 -> "score drawn towards the middle and shifted";
            case Platt platt -> "score spread out and shifted";
            case Calibration.Isotonic steps -> "score read from " + steps.said().size() + " steps of answers";
        };
        String weights = adjustment.weights().entrySet().stream()
                .sorted(java.util.Map.Entry.comparingByKey())
                .filter(weight -> weight.getValue() != 1)
                .map(weight -> "; " + weight.getKey().name().toLowerCase(Locale.ROOT) + " counts "
                        + (weight.getValue() == 0 ? "nothing" : weight.getValue() + " times"))
                .collect(Collectors.joining());
        return calibration + weights;
    }

    /** What a trial came to. */
    public static String verdict(Verdict.Answer answer) {
        return switch (answer) {
            case ACCEPTED -> "Taken: better on visitors it had not seen";
            case TOO_FEW_ANSWERS -> "Not tried: fewer than 40 answers";
            case TOO_FEW_VISITORS -> "Not tried: answers of fewer than 20 visitors";
            case ONE_SIDED -> "Not tried: nearly everybody said the same";
            case NO_RELATION -> "Not taken: the answers have nothing to do with the score";
            case SENSES_SUSPENDED -> "No trial: scores had shifted, so senses count nothing until you go back";
            case NO_GAIN -> "Not taken: no better than what is in use, or only by chance";
        };
    }

    /** What a stability index means. */
    public static String level(Drift drift) {
        return switch (drift.level()) {
            case STEADY -> "as before";
            case MOVED -> "moved";
            case SHIFTED -> "shifted: look at it";
        };
    }

    /** What a measure of drift is about. */
    public static String measure(String name) {
        if (name.equals(Drift.SCORE)) {
            return "the score";
        }
        return Stream.<Cause>concat(Arrays.stream(Feature.values()), Arrays.stream(Sense.values()))
                .filter(cause -> cause.name().equals(name))
                .map(Cause::plain)
                .findFirst()
                .orElse(name);
    }
}
