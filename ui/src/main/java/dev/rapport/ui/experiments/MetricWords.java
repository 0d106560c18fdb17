package dev.rapport.ui.experiments;

import dev.rapport.experiment.Metric;
import dev.rapport.experiment.report.Comparison;
import dev.rapport.ui.wording.Numbers;

/** A metric's values and differences in the reader's words and formats. */
final class MetricWords {
    static final String NOTHING = "–";
    private static final double MINUTE = 60;

    private MetricWords() {}

    /** An arm's value. */
    static String value(Metric metric, double value, Numbers numbers) {
        if (Double.isNaN(value)) {
            return NOTHING;
        }
        return switch (metric.kind()) {
            case BINOMIAL, HELPFUL, DISMISSED, RETURNED -> numbers.percent(value, 1);
            case FRICTION -> numbers.decimal(value, 3);
            case COUNT, MEAN, RATIO, QUANTILE -> numbers.decimal(value, 2);
            case TIME_TO_SUCCESS -> numbers.decimal(value, 0) + " s";
            case ERRORS -> numbers.decimal(value * MINUTE, 2);
        };
    }

    /** A difference with its sign. */
    static String difference(Metric metric, double value, Numbers numbers) {
        String sign = value > 0 ? "+" : "";
        return sign
                + switch (metric.kind()) {
                    case BINOMIAL, HELPFUL, DISMISSED, RETURNED -> numbers.decimal(value * 100, 1) + " pp";
                    case FRICTION -> numbers.decimal(value, 3);
                    case COUNT, MEAN, RATIO, QUANTILE -> numbers.decimal(value, 2);
                    case TIME_TO_SUCCESS -> numbers.decimal(value, 0) + " s";
                    case ERRORS -> numbers.decimal(value * MINUTE, 2);
                };
    }

    /** What a number is divided by, or taken over. */
    static String denominator(Metric metric) {
        return switch (metric.kind()) {
            case BINOMIAL, COUNT, MEAN, TIME_TO_SUCCESS, DISMISSED, RETURNED -> "exposed";
            case FRICTION -> "scored";
            case HELPFUL -> "answers";
            case ERRORS -> "seconds";
            case RATIO -> "“" + metric.per() + "”";
            case QUANTILE -> "with one";
        };
    }

    /** The always-valid interval of a difference. */
    static String interval(Metric metric, Comparison change, Numbers numbers) {
        return Double.isFinite(change.interval().width())
                ? difference(metric, change.interval().lower(), numbers) + " to "
                        + difference(metric, change.interval().upper(), numbers)
                : "too wide to say";
    }

    /** A relative difference. */
    static String relative(Comparison change, Numbers numbers) {
        return change.relative()
                .map(relative -> (relative.value() > 0 ? "+" : "") + numbers.percent(relative.value(), 1))
                .orElse(NOTHING);
    }

    /** True where the chart's percent unit fits. */
    static boolean share(Metric metric) {
        return switch (metric.kind()) {
            case BINOMIAL, HELPFUL, DISMISSED, RETURNED -> true;
            case FRICTION, COUNT, MEAN, RATIO, QUANTILE, TIME_TO_SUCCESS, ERRORS -> false;
        };
    }
}
