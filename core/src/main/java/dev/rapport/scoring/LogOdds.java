package dev.rapport.scoring;

/** Probabilities as log-odds, {@code ln(p / (1 - p))}, where independent evidence adds up. */
public final class LogOdds {
    private static final double EDGE = 1e-9;

    private LogOdds() {}

    /** The log-odds of a probability, kept finite: within about 20.7 of 0. */
    public static double of(double probability) {
        double p = Math.clamp(probability, EDGE, 1 - EDGE);
        return StrictMath.log(p / (1 - p));
    }

    /** The probability of log-odds, 0 to 1. */
    public static double probability(double logOdds) {
        return 1 / (1 + StrictMath.exp(-logOdds));
    }
}
