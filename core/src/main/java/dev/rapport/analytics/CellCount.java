package dev.rapport.analytics;

import dev.rapport.analytics.ArmCell.Breakdown;
import dev.rapport.experiment.Assignment;
import dev.rapport.experiment.Experiment;
import dev.rapport.experiment.Metric;
import dev.rapport.journal.JournalEntry;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts the cells of one experiment from all entries: the definition of {@link Reports#cells}. */
final class CellCount {
    private final Experiment experiment;
    private final List<Metric> metrics;
    private final Map<String, double[]> scores = new HashMap<>();
    private final Map<String, Unit> units = new LinkedHashMap<>();

    private CellCount(Experiment experiment) {
        this.experiment = experiment;
        this.metrics = experiment.measured();
    }

    static List<ArmCell> cells(List<JournalEntry> entries, Experiment experiment, Breakdown by) {
        Instant start = experiment.startedAt();
        if (start == null) {
            return List.of();
        }
        CellCount count = new CellCount(experiment);
        entries.forEach(count::add);
        Map<String, Map<String, List<Unit>>> groups = new TreeMap<>();
        for (Unit unit : count.units.values()) {
            if (!unit.exposed.at().isBefore(start.truncatedTo(ChronoUnit.MINUTES))) {
                groups.computeIfAbsent(cell(unit.exposed, by), fresh -> new TreeMap<>())
                        .computeIfAbsent(unit.variation, fresh -> new ArrayList<>())
                        .add(unit);
            }
        }
        List<ArmCell> cells = new ArrayList<>();
        groups.forEach((cell, arms) -> arms.forEach((arm, members) -> cells.add(count.cell(arm, cell, members))));
        return cells;
    }

    private static String cell(ExposedUnit unit, Breakdown by) {
        return switch (by) {
            case NONE -> "";
            case DAY -> unit.at().atOffset(ZoneOffset.UTC).toLocalDate().toString();
            case DEVICE -> unit.segment().device();
            case LANGUAGE -> unit.segment().language();
            case VISITOR -> unit.segment().visitor();
        };
    }

    private void add(JournalEntry entry) {
        double[] before = scores.computeIfAbsent(entry.visit().session(), fresh -> new double[2]);
        OptionalDouble score = Scores.known(entry.outcome());
        if (score.isPresent()) {
            before[0]++;
            before[1] += score.getAsDouble();
        }
        Unit unit = units.get(entry.visit().unit());
        if (unit != null) {
            for (int i = 0; i < unit.values.length; i++) {
                unit.values[i] = unit.values[i].after(entry, metrics.get(i), unit.exposed);
            }
            return;
        }
        Optional<Assignment> arm = Exposure.of(entry.outcome());
        if (arm.isPresent() && arm.get().experiment().equals(experiment.id())) {
            double mean = before[0] == 0 ? 0 : before[1] / before[0];
            units.put(
                    entry.visit().unit(), new Unit(arm.get().variation(), ExposedUnit.at(entry, mean), metrics.size()));
        }
    }

    private ArmCell cell(String arm, String cell, List<Unit> members) {
        Map<String, MetricSums> sums = new TreeMap<>();
        Map<String, SortedMap<Integer, Long>> bins = new TreeMap<>();
        for (int i = 0; i < metrics.size(); i++) {
            Metric metric = metrics.get(i);
            for (Unit unit : members) {
                MetricSums one = unit.values[i].sums(metric, unit.exposed);
                if (one.n() > 0) {
                    sums.merge(metric.key(), one, MetricSums::plus);
                }
                unit.values[i]
                        .bin(metric)
                        .ifPresent(bin -> bins.computeIfAbsent(metric.key(), fresh -> new TreeMap<>())
                                .merge(bin, 1L, Long::sum));
            }
        }
        return new ArmCell(arm, cell, members.size(), sums, bins);
    }

    private static final class Unit {
        private final String variation;
        private final ExposedUnit exposed;
        private final Measured[] values;

        Unit(String variation, ExposedUnit exposed, int metrics) {
            this.variation = variation;
            this.exposed = exposed;
            this.values = new Measured[metrics];
            java.util.Arrays.fill(values, Measured.NOTHING);
        }
    }
}
