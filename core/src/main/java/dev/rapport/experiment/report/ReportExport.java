package dev.rapport.experiment.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rapport.analytics.Reports.ArmTotals;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A report as a file: JSON with everything needed to make it again, or CSV with one line an arm and metric. Numbers are
 * plain, shares lie between 0 and 1, what is not known is null or an empty cell.
 *
 * @param report what is exported
 * @param history its exposures over time
 * @param site whose experiment it is
 * @param settingsVersion of the site
 * @param simulated true when its visitors are
 * @param at when it was made
 * @param details metrics, segments, days and the rest
 */
public record ReportExport(
        ExperimentReport report,
        ExposureHistory history,
        String site,
        long settingsVersion,
        boolean simulated,
        Instant at,
        Details details) {
    private static final List<String> COLUMNS = List.of(
            "experiment",
            "arm",
            "control",
            "metric",
            "segment",
            "numerator",
            "denominator",
            "value",
            "difference",
            "interval_low",
            "interval_high",
            "relative",
            "p",
            "chance_to_win",
            "risk");

    /** The whole report. */
    public String json() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("site", site)
                .put("settings_version", settingsVersion)
                .put("simulated", simulated)
                .put("made_at", at.toString());
        ObjectNode experiment = node.putObject("experiment");
        experiment
                .put("id", report.experiment().id())
                .put("name", report.experiment().name())
                .put("hypothesis", report.experiment().hypothesis())
                .put("hint", report.experiment().hint())
                .put("seed", report.experiment().seed())
                .put("coverage", report.experiment().coverage())
                .put("goal", report.experiment().goal())
                .put("product_version", version())
                .put("status", word(report.experiment().status()));
        Instant started = report.experiment().startedAt();
        experiment.put("started_at", started == null ? null : started.toString());
        node.putObject("verdict")
                .put("kind", word(report.verdict()))
                .put("sentence", report.verdict().sentence());
        SampleRatioCheck check = report.sampleRatio();
        node.putObject("sample_ratio")
                .put("checked", check.checked())
                .put("alarm", check.alarm())
                .put("p", check.pValue())
                .put("threshold", check.threshold())
                .put("furthest", check.furthest());
        node.put("method", "always-valid sequential test, alpha " + ExperimentReport.ALPHA);
        ArrayNode arms = node.putArray("arms");
        report.arms().forEach(arm -> arm(arm, arms.addObject()));
        ArrayNode steps = node.putArray("exposures");
        history.steps().forEach(step -> step(step, steps.addObject()));
        ArrayNode notes = node.putArray("notes");
        report.notes().forEach(notes::add);
        DetailsExport.json(report.experiment(), details, node);
        return node.toPrettyString() + "\n";
    }

    /** One line an arm and metric, with a heading line. */
    public String csv() {
        StringBuilder csv = new StringBuilder(String.join(",", COLUMNS)).append("\r\n");
        for (ArmReport arm : details.metrics().isEmpty() ? report.arms() : List.<ArmReport>of()) {
            if (!report.experiment().goal().isEmpty()) {
                csv.append(line(
                        arm,
                        report.experiment().goal(),
                        String.valueOf(arm.converted()),
                        arm.exposed(),
                        arm.rate(),
                        arm.conversionChange()));
            }
            double sum = arm.frictionUnits() == 0 ? 0 : arm.friction() * arm.frictionUnits();
            csv.append(line(
                    arm,
                    "friction after exposure",
                    number(sum),
                    arm.frictionUnits(),
                    arm.friction(),
                    arm.frictionChange()));
        }
        for (List<String> line : DetailsExport.csv(details)) {
            csv.append(cell(report.experiment().id()));
            line.forEach(text -> csv.append(',').append(cell(text)));
            csv.append("\r\n");
        }
        return csv.toString();
    }

    private String line(
            ArmReport arm,
            String metric,
            String numerator,
            long denominator,
            double value,
            Optional<Comparison> change) {
        return List.of(
                                report.experiment().id(),
                                arm.name(),
                                String.valueOf(arm.control()),
                                metric,
                                "",
                                numerator,
                                String.valueOf(denominator),
                                number(value),
                                change.map(c -> number(c.difference())).orElse(""),
                                change.map(c -> number(c.interval().lower())).orElse(""),
                                change.map(c -> number(c.interval().upper())).orElse(""),
                                change.flatMap(Comparison::relative)
                                        .map(relative -> number(relative.value()))
                                        .orElse(""),
                                change.map(c -> number(c.pValue())).orElse(""),
                                change.map(c -> number(c.chanceToWin())).orElse(""),
                                change.map(c -> number(c.risk())).orElse(""))
                        .stream()
                        .map(ReportExport::cell)
                        .collect(Collectors.joining(","))
                + "\r\n";
    }

    static String number(double value) {
        return Double.isFinite(value) ? String.valueOf(value) : "";
    }

    /** A text that a spreadsheet would take for a formula gets an apostrophe before it. */
    private static String cell(String text) {
        boolean formula = text.matches("(?s)[=+\\-@\t\r].*") && !text.matches("-[0-9.E-]+");
        String safe = formula ? "'" + text : text;
        return safe.matches("(?s).*[\",\r\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }

    private static void arm(ArmReport arm, ObjectNode node) {
        node.put("variation", arm.variation())
                .put("name", arm.name())
                .put("control", arm.control())
                .put("weight", arm.weight())
                .put("exposed", arm.exposed())
                .put("converted", arm.converted());
        DetailsExport.number(node, "rate", arm.rate());
        arm.rateInterval().ifPresent(interval -> DetailsExport.interval(node, "rate_interval", interval));
        node.put("friction_units", arm.frictionUnits());
        DetailsExport.number(node, "friction", arm.friction());
        arm.conversionChange().ifPresent(change -> DetailsExport.change(change, node.putObject("conversion_change")));
        arm.frictionChange().ifPresent(change -> DetailsExport.change(change, node.putObject("friction_change")));
    }

    private static void step(ExposureHistory.Step step, ObjectNode node) {
        node.put("to", step.to().toString());
        ObjectNode exposed = node.putObject("exposed");
        for (ArmTotals arm : step.arms()) {
            exposed.put(arm.variation(), arm.exposed());
        }
    }

    /** Of the running product; "unpackaged" where it runs from class folders. */
    public static String version() {
        String version = ReportExport.class.getPackage().getImplementationVersion();
        return version == null ? "unpackaged" : version;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(java.util.Locale.ROOT);
    }

    private static String word(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Contradictory contradictory -> "contradictory";
            case Verdict.NotEnoughData few -> "not-enough-data";
            case Verdict.SampleRatioMismatch mismatch -> "sample-ratio-mismatch";
            case Verdict.KeepRunning keep -> "keep-running";
            case Verdict.HelpsMore more -> "helps-more";
            case Verdict.HelpsLess less -> "helps-less";
            case Verdict.NoDifference none -> "no-difference";
            case Verdict.Inconclusive inconclusive -> "inconclusive";
        };
    }
}
