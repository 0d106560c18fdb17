package dev.rapport.ui.experiments;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import dev.rapport.experiment.Experiment;
import dev.rapport.experiment.report.ArmReport;
import dev.rapport.experiment.report.ExperimentReport;
import dev.rapport.experiment.report.SampleRatioCheck;
import dev.rapport.experiment.report.Verdict;
import dev.rapport.hint.Hint;
import dev.rapport.settings.SiteSettings;
import dev.rapport.ui.part.DataTable;
import dev.rapport.ui.part.Notice;
import dev.rapport.ui.part.Panel;
import dev.rapport.ui.wording.ExperimentWords;
import dev.rapport.ui.wording.Numbers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The parts of a report page, from top to bottom. */
final class ReportPanels {
    private ReportPanels() {}

    static List<Component> of(ExperimentReport report, Numbers numbers) {
        List<Component> parts = new ArrayList<>();
        if (report.sampleRatio().alarm()) {
            parts.add(Notice.problem(
                    "Sample ratio mismatch: “" + report.sampleRatio().furthest()
                            + "” is furthest from its share (p = "
                            + p(report.sampleRatio().pValue(), numbers)
                            + "). No other number here can be trusted until the cause is found."));
        }
        parts.add(verdict(report.verdict()));
        if (!report.arms().isEmpty()) {
            parts.add(arms(report, numbers));
            DifferencePanel.conversion(report, numbers).ifPresent(parts::add);
            DifferencePanel.friction(report, numbers).ifPresent(parts::add);
        }
        parts.add(health(report, numbers));
        return parts;
    }

    private static Panel verdict(Verdict verdict) {
        Paragraph sentence = new Paragraph(verdict.sentence());
        sentence.addClassName("verdict");
        return new Panel(ExperimentWords.verdict(verdict), sentence);
    }

    private static Panel arms(ExperimentReport report, Numbers numbers) {
        boolean goal = !report.experiment().goal().isEmpty();
        DataTable<ArmReport> table = new DataTable<ArmReport>("Arms")
                .text("Arm", arm -> arm.name() + (arm.control() ? " (control)" : ""))
                .number("Share", arm -> numbers.percent(arm.weight()))
                .number("Exposures", arm -> numbers.count(arm.exposed()));
        if (goal) {
            table.number("Reached the goal", arm -> numbers.count(arm.converted()))
                    .number("Rate", arm -> numbers.percent(arm.rate(), 1))
                    .number(
                            "95 % interval",
                            arm -> arm.rateInterval()
                                    .map(interval -> numbers.percent(interval.lower(), 1) + " to "
                                            + numbers.percent(interval.upper(), 1))
                                    .orElse("–"));
        }
        table.number("Scored after", arm -> numbers.count(arm.frictionUnits()))
                .number("Friction after", arm -> numbers.decimal(arm.friction(), 3));
        table.rows(report.arms());
        Paragraph note =
                new Paragraph("An exposure is the first moment at which the hint would show, counted in every arm."
                        + " Friction after: mean score in the 60 seconds after exposure, 0 to 1, uncalibrated.");
        note.addClassNames("quiet", "live-small");
        return new Panel("Arms", table, note);
    }

    private static Panel health(ExperimentReport report, Numbers numbers) {
        SampleRatioCheck check = report.sampleRatio();
        UnorderedList list = new UnorderedList();
        list.addClassName("plain-list");
        list.add(new ListItem(
                !check.checked()
                        ? "Split: not checked yet, there are too few exposures."
                        : check.alarm()
                                ? "Split: wrong (p = " + p(check.pValue(), numbers) + ")."
                                : "Split: as planned (p = " + p(check.pValue(), numbers) + ")."));
        list.add(new ListItem(
                "Intervals are always valid: looking at them daily does not raise the share of false alarms"
                        + " above 5 %."));
        report.notes().forEach(note -> list.add(new ListItem(note)));
        return new Panel("Can it be trusted?", list);
    }

    static Panel setUp(Experiment experiment, SiteSettings site, Numbers numbers) {
        Instant started = experiment.startedAt();
        List<String[]> rows = List.of(
                new String[] {"Hypothesis", experiment.hypothesis().isBlank() ? "–" : experiment.hypothesis()},
                new String[] {
                    "Hint", site.hint(experiment.hint()).map(Hint::name).orElse(experiment.hint() + " (deleted since)")
                },
                new String[] {
                    "Goal", experiment.goal().isEmpty() ? "none: friction after exposure only" : experiment.goal()
                },
                new String[] {"Takes part", numbers.percent(experiment.coverage()) + " of visitors"},
                new String[] {"Started", started == null ? "not yet" : numbers.time(started)},
                new String[] {"Seed", experiment.seed().isEmpty() ? experiment.id() : experiment.seed()},
                new String[] {"Settings version", numbers.count(site.version())});
        return new Panel(
                "Set-up",
                new DataTable<String[]>("Set-up")
                        .text("What", row -> row[0])
                        .text("Value", row -> row[1])
                        .rows(rows));
    }

    /** A p-value; very small ones as a bound. */
    static String p(double value, Numbers numbers) {
        return value < 0.0001 ? "below " + numbers.decimal(0.0001, 4) : numbers.decimal(value, 4);
    }
}
