package dev.rapport.experiment.report;

import dev.rapport.analytics.Reports.ArmTotals;
import dev.rapport.experiment.statistics.Proportion;
import dev.rapport.experiment.statistics.SampleMean;
import dev.rapport.experiment.statistics.Statistic;

/** What arms are compared by. */
enum Basis {
    /** Share of exposed units with the goal conversion; higher is better. */
    CONVERSION(1),
    /** Mean score in the 60 s after exposure; lower is better. */
    FRICTION(-1);

    private final int better;

    Basis(int better) {
        this.better = better;
    }

    /** Above 0 when {@code difference} is an improvement. */
    double gain(double difference) {
        return better * difference;
    }

    boolean lowerIsBetter() {
        return better < 0;
    }

    Statistic of(ArmTotals arm) {
        return switch (this) {
            case CONVERSION -> new Proportion(arm.exposed(), arm.converted());
            case FRICTION -> new SampleMean(arm.frictionUnits(), arm.frictionSum(), arm.frictionSumSquares());
        };
    }
}
