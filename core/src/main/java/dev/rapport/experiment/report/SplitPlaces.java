package dev.rapport.experiment.report;

import dev.rapport.analytics.ArmCell;
import dev.rapport.analytics.ArmCell.Breakdown;
import dev.rapport.analytics.Reports.ArmTotals;
import dev.rapport.experiment.Experiment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where the arms did not get their share: the worst day and the worst segment of each kind. The alarm level is shared by all
 * parts that are looked at.
 */
public final class SplitPlaces {
    private SplitPlaces() {}

    /**
     * A part whose split is not chance.
     *
     * @param by kind of part
     * @param cell which
     * @param arm name of the arm furthest from its share there
     * @param pValue of the part's split, times the number of parts
     */
    public record Place(Breakdown by, String cell, String arm, double pValue) {}

    /** The worst part of each kind, worst first; empty where every part is as planned. */
    public static List<Place> of(Experiment experiment, Cells cells) {
        List<Place> places = new ArrayList<>();
        for (Breakdown by : Breakdown.values()) {
            if (by != Breakdown.NONE) {
                worst(experiment, by, cells.get(by)).ifPresent(places::add);
            }
        }
        places.sort(Comparator.comparingDouble(Place::pValue));
        return places;
    }

    private static Optional<Place> worst(Experiment experiment, Breakdown by, List<ArmCell> cells) {
        Map<String, List<ArmCell>> parts = new TreeMap<>();
        cells.forEach(cell ->
                parts.computeIfAbsent(cell.cell(), fresh -> new ArrayList<>()).add(cell));
        List<Place> alarms = new ArrayList<>();
        parts.forEach((name, part) -> {
            List<ArmTotals> arms = experiment.variations().stream()
                    .map(variation -> new ArmTotals(
                            variation.key(),
                            Headline.cell(variation.key(), part).exposed(),
                            0,
                            0,
                            0,
                            0))
                    .toList();
            SampleRatioCheck check = SampleRatioCheck.of(experiment, arms);
            double p = Math.min(1, check.pValue() * parts.size());
            if (check.checked() && p < check.threshold()) {
                alarms.add(new Place(by, name, name(experiment, check.furthest()), p));
            }
        });
        return alarms.stream().min(Comparator.comparingDouble(Place::pValue));
    }

    private static String name(Experiment experiment, String variation) {
        return experiment.variations().stream()
                .filter(one -> one.key().equals(variation))
                .findFirst()
                .map(Experiment.Variation::name)
                .orElse(variation);
    }
}
