package dev.rapport.ui.experiments;

import com.vaadin.flow.component.html.Paragraph;
import dev.rapport.experiment.Decision;
import dev.rapport.experiment.Metric;
import dev.rapport.experiment.report.Progress;
import dev.rapport.experiment.report.VarianceReduction;
import dev.rapport.ui.part.DataTable;
import dev.rapport.ui.part.Panel;
import dev.rapport.ui.wording.Numbers;
import java.util.ArrayList;
import java.util.List;

/** How sharp the report is, how sharp it will become, and what was decided about it. */
final class PrecisionPanels {
    private static final Metric FRICTION =
            new Metric("friction", "Friction", Metric.Kind.FRICTION, Metric.Role.GUARDRAIL, "", "", 0, 0, 0, true);

    private PrecisionPanels() {}

    private record Side(String arm, String how, dev.rapport.experiment.report.Comparison change, String saved) {}

    static Panel reduction(Reading reading) {
        Numbers numbers = reading.numbers();
        List<Side> sides = new ArrayList<>();
        for (VarianceReduction one : reading.details().reductions()) {
            sides.add(new Side(one.arm(), "Plain", one.plain(), MetricWords.NOTHING));
            sides.add(new Side(
                    one.arm(),
                    "Adjusted by friction before (θ " + numbers.decimal(one.theta(), 2) + ")",
                    one.adjusted(),
                    numbers.percent(one.saved(), 1)));
        }
        Paragraph note = new Paragraph("Friction after exposure, plain and adjusted by the same visit's score before it"
                + " (CUPED). Both estimate the same difference; the adjusted one leaves out what was there before the hint."
                + " Where the two disagree in direction, trust neither until there are more visitors.");
        note.addClassNames("quiet", "live-small");
        return new Panel(
                "Variance reduction",
                note,
                new DataTable<Side>("Variance reduction")
                        .text("Arm", Side::arm)
                        .text("How", Side::how)
                        .number(
                                "Difference",
                                side -> MetricWords.difference(
                                        FRICTION, side.change().difference(), numbers))
                        .number("95 % interval", side -> MetricWords.interval(FRICTION, side.change(), numbers))
                        .number("p", side -> reading.p(side.change().pValue()))
                        .number("Variance saved", Side::saved)
                        .rows(sides));
    }

    static Panel progress(Reading reading) {
        Numbers numbers = reading.numbers();
        Paragraph note =
                new Paragraph("For changes one would care for, not for the one that shows. Chances are those of the"
                        + " test that this report uses; days are at the pace so far.");
        note.addClassNames("quiet", "live-small");
        return new Panel(
                "What it can see by now",
                note,
                new DataTable<Progress.Row>("Power")
                        .text("A relative change of", row -> numbers.percent(row.lift()))
                        .number(
                                "Chance of seeing it today",
                                row -> row.now() < 0.01
                                        ? "below " + numbers.percent(0.01)
                                        : row.now() > 0.99
                                                ? "above " + numbers.percent(0.99)
                                                : numbers.percent(row.now()))
                        .number(
                                "Exposures until 80 %",
                                row -> row.moreExposures().isEmpty()
                                        ? "no number would do"
                                        : row.moreExposures().getAsLong() == 0
                                                ? "enough"
                                                : numbers.count(rounded(row.moreExposures()
                                                                .getAsLong())) + " more")
                        .number(
                                "Days",
                                row -> row.days().isEmpty()
                                                || row.moreExposures().orElse(0) == 0
                                        ? MetricWords.NOTHING
                                        : numbers.count(
                                                (long) Math.ceil(row.days().getAsDouble())))
                        .rows(reading.details().progress().rows()));
    }

    static Panel log(List<Decision> decisions, Numbers numbers) {
        return new Panel(
                "Decision log",
                new DataTable<Decision>("Decision log")
                        .text("When", decision -> numbers.time(decision.at()))
                        .text("Who", Decision::by)
                        .text("What", decision -> step(decision.step()))
                        .text("Why", decision -> decision.note().isBlank() ? MetricWords.NOTHING : decision.note())
                        .rows(decisions));
    }

    private static String step(Decision.Step step) {
        return switch (step) {
            case STARTED -> "Started";
            case PAUSED -> "Paused";
            case RESUMED -> "Resumed";
            case STOPPED -> "Stopped";
            case SHIPPED -> "Shipped";
            case ARCHIVED -> "Archived";
        };
    }

    /** Two digits, the rest zeros: an estimate should not look exact. */
    private static long rounded(long number) {
        long step = (long) Math.pow(10, Math.max(0, (int) Math.log10(number) - 1));
        return Math.ceilDiv(number, step) * step;
    }
}
