package dev.rapport.experiment.simulation;

import java.util.random.RandomGenerator;

/** What units of one kind do, with the truth known. */
public enum Population {
    /** One in ten converts. */
    BERNOULLI_10("Bernoulli 10 %", 0.1) {
        @Override
        Arm arm(RandomGenerator random, double lift) {
            return new Arm.Shares(random, 0.1 * (1 + lift));
        }
    },
    /** One in a hundred converts. */
    BERNOULLI_1("Bernoulli 1 %", 0.01) {
        @Override
        Arm arm(RandomGenerator random, double lift) {
            return new Arm.Shares(random, 0.01 * (1 + lift));
        }
    },
    /** Waiting times with mean 1. */
    EXPONENTIAL("exponential", 1) {
        @Override
        Arm arm(RandomGenerator random, double lift) {
            return new Arm.Means(random, r -> r.nextExponential() * (1 + lift));
        }
    },
    /** Eight in a hundred spend something log-normal: a heavy tail, nearly all zeros. */
    LOG_NORMAL("8 % log-normal", 0.08 * Math.exp(3 + 0.5)) {
        @Override
        Arm arm(RandomGenerator random, double lift) {
            return new Arm.Means(random, r -> r.nextDouble() < 0.08 ? Math.exp(3 + r.nextGaussian()) * (1 + lift) : 0);
        }
    },
    /** Errors per task; a unit does one to nine tasks and fails at its own rate, 0 to 0.2. */
    RATIO("ratio", 0.1) {
        @Override
        Arm arm(RandomGenerator random, double lift) {
            return new Arm.Ratios(random, lift);
        }
    },
    /** A number whose correlation with the same unit's number before is 0.7. */
    CUPED("CUPED", 10) {
        @Override
        Arm arm(RandomGenerator random, double lift) {
            return new Arm.Covariates(random, lift);
        }
    };

    private final String label;
    private final double mean;

    Population(String label, double mean) {
        this.label = label;
        this.mean = mean;
    }

    /** An arm without units yet; {@code lift} is relative. */
    abstract Arm arm(RandomGenerator random, double lift);

    /** The name in output. */
    public String label() {
        return label;
    }

    /** The true absolute difference under a relative lift. */
    double difference(double lift) {
        return mean * lift;
    }
}
