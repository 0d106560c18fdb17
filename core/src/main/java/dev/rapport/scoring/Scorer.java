package dev.rapport.scoring;

import dev.rapport.feature.Baseline;
import dev.rapport.feature.Feature;
import dev.rapport.feature.FeatureVector;
import dev.rapport.feature.Window;
import java.util.ArrayList;
import java.util.Arrays;
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
    private static final float[] NOTHING = {};
    private static final Score TOO_LITTLE = new Score.Unknown("too little has happened yet");

    private final Model model;
    private final LongAdder failures = new LongAdder();

    /** A scorer over one model. */
    public Scorer(Model model) {
        this.model = model;
    }

    /**
     * What a visit's present moment asks the model.
     *
     * @param evidence as in {@link Scorer}
     * @param features numbers in feature order; empty when there is too little evidence for a score
     */
    public record Question(int evidence, float[] features) {
        boolean open() {
            return evidence >= ENOUGH;
        }
    }

    /** The question of a visit's present moment; features are only computed when they will be looked at. */
    public static Question question(Window window, Baseline baseline) {
        int evidence = evidence(window);
        return new Question(evidence, evidence < ENOUGH ? NOTHING : FeatureVector.of(window, baseline));
    }

    private static int evidence(Window window) {
        return window.activeSeconds() + SIGNAL_WEIGHT * window.signals(Window.SECONDS);
    }

    /** Scores features that are already there; as {@link #score(Question)}. */
    public Score score(float[] features, Window window) {
        return score(new Question(evidence(window), features));
    }

    /** Scores the present moment of a visit. A model that throws or gives no number leaves it unknown. */
    public Score score(Question question) {
        if (!question.open()) {
            return TOO_LITTLE;
        }
        try {
            return score(question, model.predict(question.features()));
        } catch (RuntimeException e) { // whatever a model throws, a visit goes on without a score
            return failed();
        }
    }

    /** Scores moments of different visits, in their order; as {@link #score(Question)} of each, for less. */
    public List<Score> score(List<Question> questions) {
        List<float[]> vectors = new ArrayList<>(questions.size());
        int[] places = new int[questions.size()];
        Score[] scores = new Score[questions.size()];
        Arrays.fill(scores, TOO_LITTLE);
        for (int i = 0; i < scores.length; i++) {
            Question question = questions.get(i);
            if (question.open()) {
                places[vectors.size()] = i;
                vectors.add(question.features());
            }
        }
        int[] given = {0};
        try {
            model.predict(vectors, (i, probability, contributions, from) -> {
                given[0]++;
                scores[places[i]] = score(questions.get(places[i]), probability, contributions, from);
            });
            if (given[0] != vectors.size()) {
                throw new IllegalStateException(given[0] + " predictions for " + vectors.size() + " vectors");
            }
            return List.of(scores);
        } catch (RuntimeException e) { // one visit's numbers must not cost the others their scores
            return questions.stream().map(this::score).toList();
        }
    }

    private Score score(Question question, Model.Prediction prediction) {
        return score(question, prediction.probability(), prediction.contributions(), 0);
    }

    private Score score(Question question, double probability, float[] contributions, int from) {
        if (!(probability >= 0 && probability <= 1)) {
            return failed();
        }
        double evidence = question.evidence();
        return new Score.Known(probability, evidence / (evidence + HALF_CERTAIN), reasons(contributions, from));
    }

    /** How often the model threw or gave no number since the start, all visits together. */
    public long failures() {
        return failures.sum();
    }

    private Score failed() {
        failures.increment();
        return new Score.Unknown("the model gave no number");
    }

    /** The three largest, largest first; of equal ones the first in feature order. */
    private static List<Score.Reason> reasons(float[] contributions, int from) {
        int first = -1;
        int second = -1;
        int third = -1;
        float most = LEAST_REASON;
        float more = LEAST_REASON;
        float least = LEAST_REASON;
        int end = Math.min(FEATURES.length, contributions.length - from);
        for (int i = 0; i < end; i++) {
            float contribution = contributions[from + i];
            if (!(contribution > least) || contribution == Float.POSITIVE_INFINITY) {
                continue;
            }
            if (contribution > most) {
                third = second;
                least = more;
                second = first;
                more = most;
                first = i;
                most = contribution;
            } else if (contribution > more) {
                third = second;
                least = more;
                second = i;
                more = contribution;
            } else {
                third = i;
                least = contribution;
            }
        }
        if (first < 0) {
            return List.of();
        }
        Score.Reason top = new Score.Reason(FEATURES[first], most);
        if (second < 0) {
            return List.of(top);
        }
        Score.Reason next = new Score.Reason(FEATURES[second], more);
        return third < 0 ? List.of(top, next) : List.of(top, next, new Score.Reason(FEATURES[third], least));
    }
}
