package dev.rapport.models.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;

/** Kinds of model that are compared. All are monotone: no sign of trouble can lower a score. */
public enum Family {
    /** Logistic regression over the present feature vector. */
    LOGISTIC("logistic regression", Logistic::new, 0.3, 1, 3, 10, 30),
    /** One hidden layer of rectifiers. */
    PERCEPTRON("perceptron, one hidden layer", Rectifying::new, 1, 10),
    /** Boosted trees. */
    TREES("boosted trees", Boosting::new, 25, 50, 100),
    /** Logistic regression over the present vector and the mean of the {@link #MEMORY} vectors before it. */
    TEMPORAL("logistic with memory", Logistic::new, 1, 3, 10, 30);

    /** Moments that the temporal model remembers. */
    private static final int MEMORY = 5;

    private final String plain;
    private final DoubleFunction<Trainer> trainer;
    private final double[] strengths;

    Family(String plain, DoubleFunction<Trainer> trainer, double... strengths) {
        this.plain = plain;
        this.trainer = trainer;
        this.strengths = strengths;
    }

    /** Its name for people. */
    public String plain() {
        return plain;
    }

    /** Whether it scores one feature vector alone, which is what the server can load. */
    public boolean servable() {
        return this != TEMPORAL;
    }

    DoubleFunction<Trainer> trainer() {
        return trainer;
    }

    double[] strengths() {
        return strengths.clone();
    }

    /** The visits as this family sees them. */
    public List<Replayed> view(List<Replayed> visits) {
        return this == TEMPORAL ? visits.stream().map(Family::remembering).toList() : visits;
    }

    private static Replayed remembering(Replayed visit) {
        List<Moment> moments = new ArrayList<>();
        for (int i = 0; i < visit.moments().size(); i++) {
            Moment now = visit.moments().get(i);
            int n = now.features().length;
            float[] both = Arrays.copyOf(now.features(), 2 * n);
            int from = Math.max(0, i - MEMORY);
            for (int past = from; past < i; past++) {
                for (int j = 0; j < n; j++) {
                    both[n + j] += visit.moments().get(past).features()[j] / (i - from);
                }
            }
            moments.add(new Moment(now.at(), both, now.enough(), now.label()));
        }
        return new Replayed(visit.visit(), moments);
    }
}
