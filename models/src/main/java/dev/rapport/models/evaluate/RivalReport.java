package dev.rapport.models.evaluate;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rapport.models.corpus.Watched;
import dev.rapport.models.corpus.Watcher;
import dev.rapport.models.train.Tally;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Puts this product and others side by side on the same planned visits. */
public final class RivalReport {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String OURS = "Rapport";

    private final Map<String, String> names;
    private final Map<String, List<? extends Cell>> rows = new TreeMap<>();
    private final Map<String, Map<String, Integer>> kinds = new HashMap<>();
    private final int visits;
    private final int left;

    /**
     * A report.
     *
     * @param names product and version by short name
     * @param ours the same visits as recorded by the widget, judged on strange kinds and personas
     * @param theirs visits watched by others; a visit that not all products lived through is left out
     */
    public RivalReport(Map<String, String> names, List<Judged> ours, List<Watched> theirs) {
        this.names = names;
        Map<String, Integer> times = new HashMap<>();
        theirs.forEach(w -> times.merge(w.visit(), 1, Integer::sum));
        ours.forEach(j -> times.computeIfPresent(j.visit().visit().id(), (visit, count) -> count + 1));
        Set<String> complete = new HashSet<>();
        times.forEach((visit, count) -> {
            if (count == names.size() + 1) {
                complete.add(visit);
            }
        });
        visits = complete.size();
        Set<String> watched = new HashSet<>();
        theirs.forEach(w -> watched.add(w.visit()));
        left = watched.size() - visits;
        rows.put(
                OURS,
                ours.stream()
                        .filter(j -> complete.contains(j.visit().visit().id()))
                        .toList());
        for (String name : names.keySet()) {
            List<Rival> row = new ArrayList<>();
            for (Watched each : theirs) {
                if (each.rival().equals(name) && complete.contains(each.visit())) {
                    row.add(Rival.of(each));
                    each.marks()
                            .forEach(m -> kinds.computeIfAbsent(name, k -> new TreeMap<>())
                                    .merge(m.kind(), 1, Integer::sum));
                }
            }
            rows.put(name, row);
        }
    }

    /** F1 of this product less that of the best other. */
    public double lead() {
        double best = 0;
        for (String name : names.keySet()) {
            best = Math.max(best, Cell.sum(row(name)).f1());
        }
        return Cell.sum(row(OURS)).f1() - best;
    }

    private List<? extends Cell> row(String name) {
        return rows.getOrDefault(name, List.of());
    }

    /** The section, {@code command} being what printed it. */
    public String markdown(String command) {
        StringBuilder text = new StringBuilder("## Other products\n\n");
        text.append(String.format(
                Locale.ROOT,
                "Printed by `%s`. The same %d planned visits (same pages, defects, personas and seeds; %d more were left out"
                        + " because not every product's visit went as scripted), lived once for each product with its own script in"
                        + " the place of the widget's, in its own browser profile, uploads to a local sink. An alarm is an event that"
                        + " the product itself reports as rage, dead, error or thrashing; events within 5 s are one alarm, and an"
                        + " event is right from a struggle's first futile act to %d s after its end (this product: 3 s). Rapport's row"
                        + " comes from the recordings, scored by models that saw neither the page kind nor the persona.%n%n",
                command,
                visits,
                left,
                Watcher.LATEST));
        Table table = new Table(
                "product",
                "precision",
                "recall",
                "F1",
                "F1 within 3 s",
                "false alarms a calm hour",
                "median delay, s",
                "events");
        line(table, OURS, "Rapport (this build)");
        names.forEach((name, version) -> line(table, name, version));
        text.append(table.markdown()).append('\n');
        text.append(String.format(
                Locale.ROOT,
                "Goal: F1 at least 0.25 above the best other product: %+.2f, %s.%n%n",
                lead(),
                lead() >= 0.25 ? "met" : "not met"));
        text.append("Recall by defect:\n\n").append(byDefect());
        text.append(
                        "\nSentry decides on its server; its published rule is applied to what its script sends. Clarity's server")
                .append(" decides by rules that are not published; its script itself reports script errors only.\n");
        return text.toString();
    }

    private void line(Table table, String name, String told) {
        List<Cell> cells = List.copyOf(row(name));
        table.row(
                told,
                Interval.of(cells, v -> Cell.sum(v).precision()).text(),
                Interval.of(cells, v -> Cell.sum(v).recall()).text(),
                Interval.of(cells, v -> Cell.sum(v).f1()).text(),
                early(cells),
                Interval.of(cells, v -> Cell.sum(v).falsePerHour()).text(),
                Cell.sum(cells).delay(0.5),
                kinds.getOrDefault(name, Map.of()).entrySet().stream()
                        .map(e -> e.getKey() + " " + e.getValue())
                        .reduce((a, b) -> a + ", " + b)
                        .orElse("–"));
    }

    private static double early(List<Cell> cells) {
        Tally sum = Tally.NONE;
        for (Cell cell : cells) {
            sum = sum.plus(cell instanceof Rival rival ? rival.early() : cell.tally());
        }
        return sum.f1();
    }

    private String byDefect() {
        TreeSet<String> types = new TreeSet<>();
        for (Cell cell : row(OURS)) {
            ((Judged) cell).visit().visit().truths().forEach(t -> types.add(t.type()));
        }
        List<String> heads = new ArrayList<>(List.of("defect", OURS));
        heads.addAll(names.keySet());
        Table table = new Table(heads.toArray(String[]::new));
        for (String type : types) {
            List<Object> cells =
                    new ArrayList<>(List.of(type, Found.ofOurs(row(OURS), type).text()));
            names.keySet()
                    .forEach(name -> cells.add(Found.ofTheirs(row(name), type).text()));
            table.row(cells.toArray());
        }
        return table.markdown();
    }

    /** The headline numbers. */
    public String json(String command) {
        ObjectNode node = JSON.createObjectNode()
                .put("command", command)
                .put("visits", visits)
                .put("lead", lead());
        ArrayNode products = node.putArray("products");
        rows.forEach((name, cells) -> {
            Tally t = Cell.sum(cells);
            products.addObject()
                    .put("name", names.getOrDefault(name, name))
                    .put("struggles", t.struggles())
                    .put("found", t.found())
                    .put("alarms", t.alarms())
                    .put("falseAlarms", t.falseAlarms())
                    .put("precision", t.precision())
                    .put("recall", t.recall())
                    .put("f1", t.f1())
                    .put("f1Within3Seconds", early(List.copyOf(cells)))
                    .put("falseAlarmsPerCalmHour", t.falsePerHour())
                    .put("medianDelaySeconds", t.delay(0.5));
        });
        return node.toPrettyString() + "\n";
    }
}
