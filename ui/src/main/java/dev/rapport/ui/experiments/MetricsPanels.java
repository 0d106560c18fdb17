package dev.rapport.ui.experiments;

import com.vaadin.flow.component.html.Paragraph;
import dev.rapport.experiment.Metric;
import dev.rapport.experiment.Metric.Role;
import dev.rapport.experiment.report.Comparison;
import dev.rapport.experiment.report.Comparison.Standing;
import dev.rapport.experiment.report.MetricReport;
import dev.rapport.experiment.report.MetricReport.Row;
import dev.rapport.ui.part.DataTable;
import dev.rapport.ui.part.Panel;
import dev.rapport.ui.part.Tag;
import dev.rapport.ui.part.Tag.Tone;
import dev.rapport.ui.wording.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Every metric but the two that have a panel of their own: the site's goals, what must not get worse, and the rest. */
final class MetricsPanels {
    private MetricsPanels() {}

    private record Line(Metric metric, Row row) {}

    static List<Panel> of(Reading reading) {
        List<Panel> panels = new ArrayList<>();
        panel(
                        reading,
                        Role.GOAL,
                        "Goals of this site",
                        "They decide the verdict; their p-values are corrected together (Holm).")
                .ifPresent(panels::add);
        panel(
                        reading,
                        Role.GUARDRAIL,
                        "Guardrails",
                        "They must not get worse and decide nothing else. An error is a script error, a failed request or a"
                                + " failed validation in the 60 seconds after exposure; the same trouble again is a signal at"
                                + " the same element ten seconds later or more.")
                .ifPresent(panels::add);
        panel(
                        reading,
                        Role.SECONDARY,
                        "Other metrics",
                        "They help to understand and decide nothing. Whoever does not reach the goal within 30 minutes counts"
                                + " with 30 minutes. What only arms with a hint can have is not compared.")
                .ifPresent(panels::add);
        return panels;
    }

    private static Optional<Panel> panel(Reading reading, Role role, String title, String what) {
        List<Line> lines = new ArrayList<>();
        for (MetricReport report : reading.details().metrics()) {
            if (report.metric().role() == role && !ownPanel(report.metric()) && report.any()) {
                report.arms().forEach(row -> lines.add(new Line(report.metric(), row)));
            }
        }
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        Numbers numbers = reading.numbers();
        Paragraph note = new Paragraph(what);
        note.addClassNames("quiet", "live-small");
        DataTable<Line> table = new DataTable<Line>(title)
                .text("Metric", line -> line.metric().name())
                .text("Arm", line -> line.row().name() + (line.row().control() ? " (control)" : ""))
                .number(
                        "Value",
                        line -> MetricWords.value(line.metric(), line.row().value(), numbers))
                .number(
                        "Of",
                        line -> numbers.decimal(line.row().denominator(), 0) + " "
                                + MetricWords.denominator(line.metric()))
                .number(
                        "Difference",
                        of(line -> change -> MetricWords.difference(line.metric(), change.difference(), numbers)))
                .number("95 % interval", of(line -> change -> MetricWords.interval(line.metric(), change, numbers)))
                .number("Relative", of(line -> change -> MetricWords.relative(change, numbers)))
                .number("p", of(line -> change -> reading.p(change.pValue())))
                .part("Standing", line -> standing(reading, line, role));
        return Optional.of(new Panel(title, note, table.rows(lines)));
    }

    private static boolean ownPanel(Metric metric) {
        return metric.kind() == Metric.Kind.FRICTION || metric.id().equals("goal");
    }

    private static Function<Line, String> of(Function<Line, Function<Comparison, String>> text) {
        return line -> line.row().change().map(text.apply(line)).orElse(MetricWords.NOTHING);
    }

    private static Tag standing(Reading reading, Line line, Role role) {
        if (line.row().control()) {
            return new Tag("Control", Tone.NEUTRAL);
        }
        if (reading.distrusted()) {
            return new Tag("Not to be trusted", Tone.WARNING);
        }
        if (line.metric().kind().onlyWhereShown()) {
            return new Tag("Not compared", Tone.NEUTRAL);
        }
        return line.row()
                .change()
                .map(change -> change.standing() == Standing.BETTER
                        ? new Tag("Better, beyond chance", Tone.GOOD)
                        : change.standing() == Standing.WORSE
                                ? new Tag("Worse, beyond chance", Tone.WARNING)
                                : role == Role.GUARDRAIL && change.safe()
                                        ? new Tag("Safe: not worse", Tone.GOOD)
                                        : new Tag("Chance alone explains it", Tone.NEUTRAL))
                .orElseGet(() -> new Tag("Too early: " + line.row().early(), Tone.NEUTRAL));
    }
}
