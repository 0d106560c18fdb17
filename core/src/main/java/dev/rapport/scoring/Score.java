package dev.rapport.scoring;

import dev.rapport.feature.Cause;
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
     * @param reasons what raised it most, at most three, largest first
     * @param friction what the friction model alone said, 0 to 1, before any sense and the site's calibration
     * @param senses what each opt-in sense that was heard says, as log-odds that may be below 0; empty for most visits
     */
    record Known(double probability, double certainty, List<Reason> reasons, double friction, List<Reason> senses)
            implements Score {
        public Known {
            if (!(probability >= 0 && probability <= 1) || !(certainty >= 0 && certainty <= 1)) {
                throw new IllegalArgumentException("not a score: " + probability + ", " + certainty);
            }
            if (!(friction >= 0 && friction <= 1)) {
                throw new IllegalArgumentException("not a probability: " + friction);
            }
            reasons = List.copyOf(reasons);
            senses = List.copyOf(senses);
        }

        /** A score of the friction model alone. */
        public Known(double probability, double certainty, List<Reason> reasons) {
            this(probability, certainty, reasons, probability, List.of());
        }
    }

    /**
     * One thing that moved a score.
     *
     * @param cause a feature of the model, or a sense
     * @param contribution log-odds it added
     */
    record Reason(Cause cause, double contribution) {}
}
