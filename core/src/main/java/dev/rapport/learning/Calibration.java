package dev.rapport.learning;

import dev.rapport.scoring.LogOdds;
import java.util.List;

/** Turns the probability that the model says into the share of visitors who say they struggle. Never falls as it rises. */
public sealed interface Calibration permits Calibration.Unchanged, Platt, Calibration.Isotonic {
    /** The calibrated log-odds of log-odds. */
    double logOdds(double said);

    /** As the model says it: what every site starts with. */
    record Unchanged() implements Calibration {
        @Override
        public double logOdds(double said) {
            return said;
        }
    }

    /**
     * Steps with straight lines between: at log-odds {@code said.get(i)} the calibrated probability is {@code shares.get(i)}; below
     * the first and above the last it stays.
     *
     * @param said rising
     * @param shares 0 to 1, never falling, as many
     */
    record Isotonic(List<Double> said, List<Double> shares) implements Calibration {
        public Isotonic {
            said = List.copyOf(said);
            shares = List.copyOf(shares);
            if (said.isEmpty() || said.size() != shares.size()) {
                throw new IllegalArgumentException(
                        "an isotonic calibration has as many shares as steps, at least one; got " + said.size()
                                + " steps and " + shares.size() + " shares");
            }
            for (int i = 0; i < said.size(); i++) {
                boolean rises = i == 0 || said.get(i) > said.get(i - 1) && shares.get(i) >= shares.get(i - 1);
                if (!rises || !Double.isFinite(said.get(i)) || !(shares.get(i) >= 0 && shares.get(i) <= 1)) {
                    throw new IllegalArgumentException("step " + i + " of an isotonic calibration does not rise");
                }
            }
        }

        @Override
        public double logOdds(double at) {
            int above = 0;
            while (above < said.size() && said.get(above) <= at) {
                above++;
            }
            if (above == 0 || above == said.size()) {
                return LogOdds.of(shares.get(Math.min(above, said.size() - 1)));
            }
            double low = said.get(above - 1);
            double part = (at - low) / (said.get(above) - low);
            return LogOdds.of(shares.get(above - 1) + part * (shares.get(above) - shares.get(above - 1)));
        }
    }
}
