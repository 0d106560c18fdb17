package dev.rapport.experiment.report;

import dev.rapport.experiment.Experiment;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Everything of a report beside its verdict.
 *
 * @param metrics every metric over all arms
 * @param breakdowns the main metric by segment and day; empty where the sums contradict themselves
 * @param reductions friction with and without its covariate
 * @param splits where the arms did not get their share
 * @param progress what can be seen by now
 */
public record Details(
        List<MetricReport> metrics,
        Optional<Breakdowns> breakdowns,
        List<VarianceReduction> reductions,
        List<SplitPlaces.Place> splits,
        Progress progress) {
    /** Nothing to show. */
    public static final Details NONE =
            new Details(List.of(), Optional.empty(), List.of(), List.of(), new Progress(List.of()));

    public Details {
        metrics = List.copyOf(metrics);
        reductions = List.copyOf(reductions);
        splits = List.copyOf(splits);
    }

    /** Works everything out; {@link #NONE} where sums are impossible, which the report's verdict says. */
    public static Details of(Experiment experiment, Cells cells, Instant now) {
        try {
            return new Details(
                    MetricReport.all(experiment, cells.whole()),
                    Optional.of(Breakdowns.of(experiment, cells)),
                    VarianceReduction.of(experiment, cells.whole()),
                    SplitPlaces.of(experiment, cells),
                    Progress.of(experiment, cells.whole(), now));
        } catch (IllegalArgumentException impossible) {
            return NONE;
        }
    }
}
