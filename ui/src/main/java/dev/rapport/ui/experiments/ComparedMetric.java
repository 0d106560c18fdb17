package dev.rapport.ui.experiments;

import dev.rapport.experiment.report.ArmReport;
import dev.rapport.experiment.report.Comparison;
import dev.rapport.ui.part.DataTable;
import dev.rapport.ui.wording.Numbers;
import java.util.Optional;

/** What arms are compared by, in the reader's words and formats. */
enum ComparedMetric {
    /** Share of exposed visitors who reached the goal. */
    GOAL,
    /** Mean score in the 60 s after exposure. */
    FRICTION;

    Optional<Comparison> change(ArmReport arm) {
        return switch (this) {
            case GOAL -> arm.conversionChange();
            case FRICTION -> arm.frictionChange();
        };
    }

    /** The chart's unit. */
    String unit() {
        return switch (this) {
            case GOAL -> "percent";
            case FRICTION -> "score";
        };
    }

    /** What a difference means and which way is better. */
    String how() {
        return switch (this) {
            case GOAL ->
                "Difference in percentage points (pp) beside the control; to the right is better. An exposure is the first"
                        + " moment at which the hint would show, counted in every arm.";
            case FRICTION ->
                "Difference in the mean score, 0 to 1, of the 60 seconds after exposure, beside the control; to the left is"
                        + " better. How right it is here stands under How right.";
        };
    }

    /** An arm's value. */
    String value(ArmReport arm, Numbers numbers) {
        return switch (this) {
            case GOAL -> numbers.percent(arm.rate(), 1);
            case FRICTION -> numbers.decimal(arm.friction(), 3);
        };
    }

    /** A difference, with its sign. */
    String difference(double value, Numbers numbers) {
        String sign = value > 0 ? "+" : "";
        return switch (this) {
            case GOAL -> sign + numbers.decimal(value * 100, 1) + " pp";
            case FRICTION -> sign + numbers.decimal(value, 3);
        };
    }

    /** What a wrong choice is expected to cost: a difference without a sign. */
    String risk(double value, Numbers numbers) {
        return switch (this) {
            case GOAL -> numbers.decimal(value * 100, 2) + " pp";
            case FRICTION -> numbers.decimal(value, 3);
        };
    }

    /** Adds the columns that only this metric has: numerator, denominator, value. */
    void columns(DataTable<ArmReport> table, Numbers numbers) {
        switch (this) {
            case GOAL ->
                table.number("Reached", arm -> numbers.count(arm.converted()))
                        .number("of exposed", arm -> numbers.count(arm.exposed()))
                        .number("Rate", arm -> value(arm, numbers));
            case FRICTION ->
                table.number(
                                "Sum of scores",
                                arm -> numbers.decimal(
                                        arm.frictionUnits() == 0 ? 0 : arm.friction() * arm.frictionUnits(), 1))
                        .number("of scored", arm -> numbers.count(arm.frictionUnits()))
                        .number("Mean", arm -> value(arm, numbers));
        }
    }
}
