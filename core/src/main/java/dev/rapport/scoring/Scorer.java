package dev.rapport.scoring;

import dev.rapport.feature.Feature;
import dev.rapport.feature.Window;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/**
 * Turns a model's prediction into a score that knows how sure it is.
 *
 * <pre>
 *   evidence  = active seconds of the visit + 3 * signals in the window
 *   unknown   when evidence &lt; 5
 *   certainty = evidence / (evidence + 10)
 * </pre>
 */
public final class Scorer {
    /** Evidence below which the score is unknown. */
    public static final int ENOUGH = 5;

    private static final int SIGNAL_WEIGHT = 3;
    private static final double HALF_CERTAIN = 10;
    private static final float LEAST_REASON = 0.05f;
    private static final Feature[] FEATURES = Feature.values();

    private final Model model;
    private final LongAdder failures = new LongAdder();

    /** A scorer over one model. */
    public Scorer(Model model) {
        this.model = model;
    }

    /** Scores the present moment of a visit. A model that throws or gives no number leaves it unknown. */
    public Score score(float[] features, Window window) {
        int evidence = window.activeSeconds() + SIGNAL_WEIGHT * window.signals(Window.SECONDS);
        if (evidence < ENOUGH) {
            return new Score.Unknown("too little has happened yet");
        }
        Model.Prediction prediction;
        try {
            prediction = model.predict(features);
        } catch (RuntimeException e) { // whatever a model throws, a visit goes on without a score
            return failed();
        }
        double probability = prediction.probability();
        if (!(probability >= 0 && probability <= 1)) {
            return failed();
        }
        return new Score.Known(probability, evidence / (evidence + HALF_CERTAIN), reasons(prediction.contributions()));
    }

    /** How often the model threw or gave no number since the start, all visits together. */
    public long failures() {
        return failures.sum();
    }

    private Score failed() {
        failures.increment();
        return new Score.Unknown("the model gave no number");
    }

    private static List<Score.Reason> reasons(float[] contributions) {
        List<Score.Reason> reasons = new ArrayList<>(4);
        for (int i = 0; i < FEATURES.length && i < contributions.length; i++) {
            if (contributions[i] > LEAST_REASON && Float.isFinite(contributions[i])) {
                reasons.add(new Score.Reason(FEATURES[i], contributions[i]));
            }
        }
        reasons.sort(Comparator.comparingDouble(Score.Reason::contribution).reversed());
        return reasons.size() > 3 ? reasons.subList(0, 3) : reasons;
    }
}
