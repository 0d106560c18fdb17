package dev.rapport.scoring;

import dev.rapport.feature.Feature;
import dev.rapport.feature.Window;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

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
    private static final Feature[] FEATURES = Feature.values();

    private final Model model;

    /** A scorer over one model. */
    public Scorer(Model model) {
        this.model = model;
    }

    /** Scores the present moment of a visit. A model that answers with no number gives {@link Score.Unknown}. */
    public Score score(float[] features, Window window) {
        int[] signals = {0};
        window.forEachSignal(Window.SECONDS, (kind, element, age) -> signals[0]++);
        int evidence = window.activeSeconds() + SIGNAL_WEIGHT * signals[0];
        if (evidence < ENOUGH) {
            return new Score.Unknown("too little has happened yet");
        }
        Model.Prediction prediction = model.predict(features);
        double probability = prediction.probability();
        if (!(probability >= 0 && probability <= 1)) {
            return new Score.Unknown("the model gave no number");
        }
        return new Score.Known(probability, evidence / (evidence + HALF_CERTAIN), reasons(prediction.contributions()));
    }

    private static List<Score.Reason> reasons(float[] contributions) {
        List<Score.Reason> reasons = new ArrayList<>(4);
        for (int i = 0; i < FEATURES.length && i < contributions.length; i++) {
            if (contributions[i] > 0.05f) {
                reasons.add(new Score.Reason(FEATURES[i], contributions[i]));
            }
        }
        reasons.sort(Comparator.comparingDouble(Score.Reason::contribution).reversed());
        return reasons.size() > 3 ? reasons.subList(0, 3) : reasons;
    }
}
