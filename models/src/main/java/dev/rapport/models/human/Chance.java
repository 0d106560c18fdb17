package dev.rapport.models.human;

import java.util.SplittableRandom;

/** A seeded source of human variation. Not for threads to share. */
public final class Chance {
    private final SplittableRandom random;

    /** The same seed gives the same visitor. */
    public Chance(long seed) {
        random = new SplittableRandom(seed);
    }

    /** True with probability {@code p}. */
    public boolean happens(double p) {
        return random.nextDouble() < p;
    }

    /** Uniform between {@code low} and {@code high}. */
    public double between(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    /** A whole number from {@code low} to {@code high}, both included. */
    public int count(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    /** Normal with mean 0 and the given standard deviation. */
    public double gauss(double deviation) {
        double u = 1 - random.nextDouble();
        double v = random.nextDouble();
        return deviation * StrictMath.sqrt(-2 * StrictMath.log(u)) * StrictMath.cos(2 * Math.PI * v);
    }

    /** Log-normal with the given median; human times are skewed to the right. */
    public double around(double median, double logDeviation) {
        return median * StrictMath.exp(gauss(logDeviation));
    }

    /** A Poisson count with the given mean, at most 30. */
    public int poisson(double mean) {
        double limit = StrictMath.exp(-mean);
        int count = 0;
        for (double product = random.nextDouble(); product > limit && count < 30; count++) {
            product *= random.nextDouble();
        }
        return count;
    }
}
