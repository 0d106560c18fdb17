package dev.rapport.scoring;

import dev.rapport.feature.Feature;
import java.util.List;

/** How likely it is that the visitor is struggling now, or that nobody can say. */
public sealed interface Score {
    /**
     * Too little evidence; never shown or counted as low or high.
     *
     * @param why one clause for people, for example "fewer than 5 active seconds"
     */
    record Unknown(String why) implements Score {}

    /**
     * An estimate.
     *
     * @param probability of struggling now, 0 to 1
     * @param certainty how much evidence stands behind it, 0 to 1
     * @param reasons the features that raised it most, at most three, largest first
     */
    record Known(double probability, double certainty, List<Reason> reasons) implements Score {
        public Known {
            if (!(probability >= 0 && probability <= 1) || !(certainty >= 0 && certainty <= 1)) {
                throw new IllegalArgumentException("not a score: " + probability + ", " + certainty);
            }
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * One thing that raised a score.
     *
     * @param feature which number
     * @param contribution log-odds it added, above 0
     */
    record Reason(Feature feature, double contribution) {}
}
