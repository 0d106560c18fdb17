package dev.rapport.ui.experiments;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import dev.rapport.experiment.Experiment;
import dev.rapport.experiment.Namespace;
import dev.rapport.experiment.report.ArmReport;
import dev.rapport.experiment.report.Comparison;
import dev.rapport.experiment.report.ReportExport;
import dev.rapport.experiment.report.SampleRatioCheck;
import dev.rapport.experiment.report.VarianceReduction;
import dev.rapport.hint.Hint;
import dev.rapport.settings.SiteSettings;
import dev.rapport.ui.part.DataTable;
import dev.rapport.ui.part.Notice;
import dev.rapport.ui.part.Panel;
import dev.rapport.ui.wording.Numbers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The parts of a report page, from top to bottom. */
final class ReportPanels {
    /** A relative difference from here on is questioned. */
    private static final double SUSPICIOUS = 0.5;

    private ReportPanels() {}

    static List<Component> of(Reading reading) {
        List<Component> parts = new ArrayList<>();
        if (reading.report().sampleRatio().alarm()) {
            parts.add(banner(reading));
        }
        if (reading.site().hint(reading.experiment().hint()).isEmpty()) {
            parts.add(Notice.warning("The hint that this experiment decides about was deleted, so it exposes nobody any"
                    + " more. The numbers below are those from before."));
        }
        parts.add(VerdictPanel.of(reading));
        if (reading.exposed() > 0) {
            if (reading.hasGoal()) {
                parts.add(MetricPanel.goal(reading));
            }
            parts.add(MetricPanel.friction(reading));
            parts.addAll(MetricsPanels.of(reading));
            if (!reading.history().steps().isEmpty()) {
                if (!reading.distrusted()) {
                    HistoryPanels.effect(reading).ifPresent(parts::add);
                }
                parts.add(HistoryPanels.exposures(reading));
            }
            reading.details()
                    .breakdowns()
                    .filter(breakdowns ->
                            !reading.distrusted() && !breakdowns.days().isEmpty())
                    .ifPresent(breakdowns -> {
                        parts.add(BreakdownPanels.days(reading, breakdowns));
                        parts.add(BreakdownPanels.segments(reading, breakdowns));
                    });
            if (!reading.distrusted() && !reading.details().reductions().isEmpty()) {
                parts.add(PrecisionPanels.reduction(reading));
            }
            if (!reading.distrusted() && !reading.details().progress().rows().isEmpty()) {
                parts.add(PrecisionPanels.progress(reading));
            }
        }
        parts.add(health(reading));
        if (!reading.experiment().decisions().isEmpty()) {
            parts.add(PrecisionPanels.log(reading.experiment().decisions(), reading.numbers()));
        }
        return parts;
    }

    private static Notice banner(Reading reading) {
        SampleRatioCheck check = reading.report().sampleRatio();
        String arm = reading.report().arms().stream()
                .filter(one -> one.variation().equals(check.furthest()))
                .map(ArmReport::name)
                .findFirst()
                .orElse(check.furthest());
        long exposed = reading.exposed();
        String shares = reading.report().arms().stream()
                .filter(one -> one.variation().equals(check.furthest()))
                .map(one -> ": it got " + reading.numbers().share(one.exposed(), exposed) + " of the visitors, not "
                        + reading.numbers().percent(one.weight(), 1))
                .findFirst()
                .orElse("");
        return Notice.problem("Sample ratio mismatch. “" + arm + "” is furthest from its share" + shares + " ("
                + reading.withP(check.pValue()) + ")"
                + reading.history()
                        .alarmSince()
                        .map(since -> ", seen since " + reading.numbers().time(since))
                        .orElse("")
                + "." + BreakdownPanels.places(reading)
                + " No other number here can be trusted until the cause is found.");
    }

    private static Panel health(Reading reading) {
        Numbers numbers = reading.numbers();
        SampleRatioCheck check = reading.report().sampleRatio();
        long exposed = reading.exposed();
        long scored = reading.report().arms().stream()
                .mapToLong(ArmReport::frictionUnits)
                .sum();
        UnorderedList list = new UnorderedList();
        list.addClassName("plain-list");
        list.add(new ListItem(
                !check.checked()
                        ? "Split: not checked yet, there are too few exposures."
                        : check.alarm()
                                ? "Split: wrong (" + reading.withP(check.pValue()) + ")."
                                : "Split: as planned (" + reading.withP(check.pValue()) + "; alarm below "
                                        + numbers.decimal(check.threshold(), 4) + ")."));
        if (exposed > 0) {
            list.add(new ListItem("Score known after exposure: " + numbers.share(scored, exposed)
                    + " of visitors. The others left or did too little within 60 seconds."));
        }
        for (VarianceReduction reduction : reading.details().reductions()) {
            if (reduction.imbalance() < VarianceReduction.IMBALANCE) {
                list.add(new ListItem(
                        "Before exposure “" + reduction.arm() + "” struggled differently from the control ("
                                + reading.withP(reduction.imbalance()) + "): something is wrong with who is exposed."));
            }
        }
        if (!check.alarm() && !reading.details().splits().isEmpty()) {
            list.add(new ListItem("The split is as planned over all visitors, but not in every part."
                    + BreakdownPanels.places(reading)));
        }
        for (ArmReport arm : reading.report().arms()) {
            arm.conversionChange()
                    .flatMap(Comparison::relative)
                    .filter(relative -> Math.abs(relative.value()) >= SUSPICIOUS)
                    .ifPresent(relative -> list.add(new ListItem("“" + arm.name() + "” differs by "
                            + numbers.percent(relative.value())
                            + ". So large a difference is often a fault in the counting: check it before you act.")));
        }
        list.add(new ListItem("Intervals and p are always valid: looking daily does not raise the share of false alarms"
                + " above 5 %. The chance to win has no such protection, so it decides nothing."));
        list.add(new ListItem("Risk: what showing the arm to everybody is expected to cost if it is the worse one."));
        reading.report().notes().forEach(note -> list.add(new ListItem(note)));
        return new Panel("Can it be trusted?", list);
    }

    static Panel setUp(Experiment experiment, SiteSettings site, Numbers numbers) {
        Instant started = experiment.startedAt();
        List<String[]> rows = List.of(
                new String[] {"Hypothesis", experiment.hypothesis().isBlank() ? "–" : experiment.hypothesis()},
                new String[] {
                    "Hint", site.hint(experiment.hint()).map(Hint::name).orElse(experiment.hint() + " (deleted since)")
                },
                new String[] {"Arms", arms(experiment, site, numbers)},
                new String[] {
                    "Goal", experiment.goal().isEmpty() ? "none: friction after exposure only" : experiment.goal()
                },
                new String[] {"Takes part", numbers.percent(experiment.coverage()) + " of visitors"},
                new String[] {"Started", started == null ? "not yet" : numbers.time(started)},
                new String[] {"Method", "always-valid sequential test on the absolute difference, 5 %, Holm over arms"},
                new String[] {"Seed", experiment.seed().isEmpty() ? experiment.id() : experiment.seed()},
                new String[] {"Metrics of the site", metrics(experiment)},
                new String[] {"Namespace", namespace(experiment, numbers)},
                new String[] {"Holdout of the site", numbers.percent(site.holdout(), 1)},
                new String[] {"Settings version", numbers.count(site.version())},
                new String[] {"Product version", ReportExport.version()});
        return new Panel(
                "Set-up",
                new DataTable<String[]>("Set-up")
                        .text("What", row -> row[0])
                        .text("Value", row -> row[1])
                        .rows(rows));
    }

    private static String metrics(Experiment experiment) {
        return experiment.metrics().isEmpty()
                ? "none beside the built-in ones"
                : String.join(
                        "; ",
                        experiment.metrics().stream()
                                .map(metric -> metric.name() + " ("
                                        + metric.role().name().toLowerCase(Locale.ROOT) + ", "
                                        + metric.kind().name().toLowerCase(Locale.ROOT) + " of “" + metric.event() + "”"
                                        + (metric.cap() > 0 ? ", capped at " + metric.cap() : "")
                                        + (metric.windowHours() > 0 ? ", within " + metric.windowHours() + " h" : "")
                                        + ")")
                                .toList());
    }

    private static String namespace(Experiment experiment, Numbers numbers) {
        Namespace part = experiment.namespace();
        return part == null
                ? "none: all visitors"
                : part.name() + ", " + numbers.percent(part.start()) + " to " + numbers.percent(part.end());
    }

    private static String arms(Experiment experiment, SiteSettings site, Numbers numbers) {
        return String.join(
                "; ",
                experiment.variations().stream()
                        .map(arm -> {
                            String hint = arm.hint();
                            return arm.name() + " " + numbers.percent(arm.weight()) + " sees "
                                    + (hint == null
                                            ? "nothing"
                                            : "“"
                                                    + site.hint(hint)
                                                            .map(Hint::name)
                                                            .orElse(hint + " (deleted since)")
                                                    + "”");
                        })
                        .toList());
    }
}
