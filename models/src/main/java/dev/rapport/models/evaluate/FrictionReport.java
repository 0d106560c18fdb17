package dev.rapport.models.evaluate;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rapport.models.recording.Recordings;
import dev.rapport.models.recording.Truth;
import dev.rapport.models.train.Tally;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.DoubleStream;

/** Writes what {@code evaluate friction} found, as Markdown and as JSON. */
public final class FrictionReport {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final Recordings recordings;
    private final List<Judged> judged;
    private final double shipped;

    /** A report on visits that were judged by models that had not seen their kind; {@code shipped} is the card's threshold. */
    public FrictionReport(Recordings recordings, List<Judged> judged, double shipped) {
        this.recordings = recordings;
        this.judged = judged;
        this.shipped = shipped;
    }

    /** The whole report. */
    public String markdown() {
        Figures all = Figures.of(judged);
        Tally t = all.tally();
        StringBuilder text = new StringBuilder();
        text.append("## Friction\n\nPrinted by `./rapport evaluate friction`. ");
        text.append(String.format(
                Locale.ROOT,
                "%d recorded visits of %d personas to %d pages of %d kinds, %d planted struggles, %.2f calm hours; data hash"
                        + " `%s`, widget `%s`, %s. Every visit is scored by a model trained on other page kinds **and** other"
                        + " personas (%d folds); penalty, calibration and threshold are chosen inside each fold's training"
                        + " visits. Visitors are scripted, not people: this measures planted friction, nothing felt.%n%n",
                all.visits(),
                distinct(j -> j.visit().visit().persona()),
                distinct(j -> j.visit().visit().page()),
                distinct(j -> j.visit().visit().kind()),
                t.struggles(),
                t.calmSeconds() / 3600,
                recordings.sha256().substring(0, 16),
                recordings.header().widget(),
                recordings.header().browser(),
                Judged.KIND_GROUPS * Judged.PERSONA_GROUPS));
        text.append(headline(t, all));
        text.append(atThresholds());
        text.append("\n### By defect\n\n").append(byDefect()).append("\n![defects](plots/defects.svg)\n");
        text.append("\n### By persona\n\n").append(by(j -> j.visit().visit().persona(), "persona"));
        text.append("\n### By page kind\n\n").append(by(j -> j.visit().visit().kind(), "kind"));
        text.append("\n### Calibration\n\n")
                .append(Calibration.table(all.held()))
                .append("\n![calibration](plots/calibration.svg)\n");
        return text.toString();
    }

    private String headline(Tally t, Figures all) {
        Table table = new Table("measure", "value [95 % interval]", "goal", "met");
        Interval f1 = interval(v -> Cell.sum(v).f1());
        Interval falsePerHour = interval(v -> Cell.sum(v).falsePerHour());
        Interval delay = interval(v -> Cell.sum(v).delay(0.5));
        table.row("precision", interval(v -> Cell.sum(v).precision()).text(), "", "");
        table.row("recall", interval(v -> Cell.sum(v).recall()).text(), "", "");
        table.row("F1", f1.text(), "≥ 0.90", f1.value() >= 0.9 ? "yes" : "no");
        table.row("false alarms a calm hour", falsePerHour.text(), "≤ 0.5", falsePerHour.value() <= 0.5 ? "yes" : "no");
        table.row(
                "median delay from the first futile act, s",
                delay.text(),
                "≤ 1.5",
                delay.value() <= 1.5 ? "yes" : "no");
        table.row("90 % of delays below, s", t.delay(0.9), "", "");
        table.row("calibration error (ECE)", all.held().calibrationError(), "", "");
        table.row("AUC over seconds", all.held().auc(), "", "");
        return table.markdown();
    }

    private String atThresholds() {
        Table table = new Table("threshold", "precision", "recall", "F1", "false alarms/calm h", "median delay, s");
        for (double each :
                DoubleStream.of(0.5, 0.7, 0.8, shipped).sorted().distinct().toArray()) {
            Tally tally = Tally.of(judged.stream().map(Judged::scored).toList(), each);
            table.row(
                    Table.number(each) + (each == shipped ? " (shipped)" : ""),
                    tally.precision(),
                    tally.recall(),
                    tally.f1(),
                    tally.falsePerHour(),
                    tally.delay(0.5));
        }
        return "\nThe same probabilities at fixed thresholds, the shipped model's among them; nothing was chosen by this table.\n\n"
                + table.markdown() + "\n![thresholds](plots/thresholds.svg)\n";
    }

    private Interval interval(java.util.function.ToDoubleFunction<List<Judged>> number) {
        return Interval.of(judged, number);
    }

    private String byDefect() {
        Table table = new Table("defect", "struggles", "found", "recall", "median delay, s");
        TreeSet<String> types = new TreeSet<>();
        judged.forEach(j -> j.visit().visit().truths().forEach(truth -> types.add(truth.type())));
        for (String type : types) {
            Found found = Found.ofOurs(judged, type);
            Tally tally = new Tally(found.struggles(), found.delays().size(), 0, 0, 0, found.delays());
            table.row(type, found.struggles(), found.delays().size(), tally.recall(), tally.delay(0.5));
        }
        return table.markdown();
    }

    private String by(Function<Judged, String> word, String head) {
        Table table = new Table(
                head, "visits", "precision", "recall", "F1", "false alarms/h", "calm h", "median delay, s", "ECE");
        TreeSet<String> words = new TreeSet<>();
        judged.forEach(j -> words.add(word.apply(j)));
        for (String each : words) {
            List<Judged> part =
                    judged.stream().filter(j -> word.apply(j).equals(each)).toList();
            Figures f = Figures.of(part);
            Tally t = f.tally();
            table.row(
                    each,
                    part.size(),
                    Interval.of(part, v -> Cell.sum(v).precision()).text(),
                    Interval.of(part, v -> Cell.sum(v).recall()).text(),
                    Interval.of(part, v -> Cell.sum(v).f1()).text(),
                    Interval.of(part, v -> Cell.sum(v).falsePerHour()).text(),
                    t.calmSeconds() / 3600,
                    t.delay(0.5),
                    f.held().calibrationError());
        }
        return table.markdown();
    }

    private long distinct(Function<Judged, String> word) {
        return judged.stream().map(word).distinct().count();
    }

    /** The headline numbers. */
    public String json() {
        Figures all = Figures.of(judged);
        Tally t = all.tally();
        ObjectNode node = JSON.createObjectNode()
                .put("recordings", recordings.sha256())
                .put("visits", all.visits())
                .put("struggles", t.struggles())
                .put("found", t.found())
                .put("alarms", t.alarms())
                .put("falseAlarms", t.falseAlarms())
                .put("calmHours", t.calmSeconds() / 3600)
                .put("precision", t.precision())
                .put("recall", t.recall())
                .put("f1", t.f1())
                .put("falseAlarmsPerCalmHour", t.falsePerHour())
                .put("medianDelaySeconds", t.delay(0.5))
                .put("p90DelaySeconds", t.delay(0.9))
                .put("ece", all.held().calibrationError())
                .put("auc", all.held().auc())
                .put("shippedThreshold", shipped);
        ObjectNode defects = node.putObject("recallByDefect");
        ObjectNode personas = node.putObject("f1ByPersona");
        for (Judged j : judged) {
            for (Truth truth : j.visit().visit().truths()) {
                if (!defects.has(truth.type())) {
                    Found found = Found.ofOurs(judged, truth.type());
                    defects.put(truth.type(), (double) found.delays().size() / found.struggles());
                }
            }
            if (!personas.has(j.persona())) {
                personas.put(
                        j.persona(),
                        Cell.sum(judged.stream()
                                        .filter(other -> other.persona().equals(j.persona()))
                                        .toList())
                                .f1());
            }
        }
        return node.toPrettyString() + "\n";
    }
}
