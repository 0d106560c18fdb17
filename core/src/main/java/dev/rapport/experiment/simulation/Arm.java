package dev.rapport.experiment.simulation;

import dev.rapport.experiment.statistics.Adjusted;
import dev.rapport.experiment.statistics.Proportion;
import dev.rapport.experiment.statistics.Ratio;
import dev.rapport.experiment.statistics.SampleMean;
import dev.rapport.experiment.statistics.Statistic;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;

/** One arm that takes in units and keeps sufficient statistics only. */
abstract class Arm {
    private long n;

    abstract void draw();

    abstract Statistic statistic();

    void add(int units) {
        for (int i = 0; i < units; i++) {
            draw();
        }
        n += units;
    }

    long n() {
        return n;
    }

    /** Units that do or do not do something. */
    static final class Shares extends Arm {
        private final RandomGenerator random;
        private final double rate;
        private long did;

        Shares(RandomGenerator random, double rate) {
            this.random = random;
            this.rate = rate;
        }

        @Override
        void draw() {
            did += random.nextDouble() < rate ? 1 : 0;
        }

        @Override
        Statistic statistic() {
            return new Proportion(n(), did);
        }
    }

    /** Units with one number each. */
    static final class Means extends Arm {
        private final RandomGenerator random;
        private final ToDoubleFunction<RandomGenerator> value;
        private double sum;
        private double squares;

        Means(RandomGenerator random, ToDoubleFunction<RandomGenerator> value) {
            this.random = random;
            this.value = value;
        }

        @Override
        void draw() {
            double x = value.applyAsDouble(random);
            sum += x;
            squares += x * x;
        }

        @Override
        Statistic statistic() {
            return new SampleMean(n(), sum, squares);
        }
    }

    /** Units with errors and tasks. */
    static final class Ratios extends Arm {
        private final RandomGenerator random;
        private final double lift;
        private double errors;
        private double errorSquares;
        private double tasks;
        private double taskSquares;
        private double products;

        Ratios(RandomGenerator random, double lift) {
            this.random = random;
            this.lift = lift;
        }

        @Override
        void draw() {
            int d = random.nextInt(1, 10);
            double rate = 0.2 * random.nextDouble() * (1 + lift);
            int m = 0;
            for (int i = 0; i < d; i++) {
                m += random.nextDouble() < rate ? 1 : 0;
            }
            errors += m;
            errorSquares += m * m;
            tasks += d;
            taskSquares += d * d;
            products += m * d;
        }

        @Override
        Statistic statistic() {
            return new Ratio(
                    new SampleMean(n(), errors, errorSquares), new SampleMean(n(), tasks, taskSquares), products);
        }
    }

    /** Units with a number before and one during the experiment, standard deviation 2. */
    static final class Covariates extends Arm {
        private static final double CORRELATION = 0.7;

        private final RandomGenerator random;
        private final double lift;
        private double post;
        private double postSquares;
        private double pre;
        private double preSquares;
        private double products;

        Covariates(RandomGenerator random, double lift) {
            this.random = random;
            this.lift = lift;
        }

        @Override
        void draw() {
            double z = random.nextGaussian();
            double own = Math.sqrt(1 - CORRELATION * CORRELATION) * random.nextGaussian();
            double x = 10 + 2 * z;
            double y = 10 + 2 * (CORRELATION * z + own) + 10 * lift;
            pre += x;
            preSquares += x * x;
            post += y;
            postSquares += y * y;
            products += x * y;
        }

        @Override
        Statistic statistic() {
            return new Adjusted(
                    new SampleMean(n(), post, postSquares), new SampleMean(n(), pre, preSquares), products, Double.NaN);
        }
    }
}
