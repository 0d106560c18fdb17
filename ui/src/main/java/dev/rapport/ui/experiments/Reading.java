package dev.rapport.ui.experiments;

import dev.rapport.experiment.Experiment;
import dev.rapport.experiment.report.ArmReport;
import dev.rapport.experiment.report.Cells;
import dev.rapport.experiment.report.Details;
import dev.rapport.experiment.report.ExperimentReport;
import dev.rapport.experiment.report.ExposureHistory;
import dev.rapport.settings.SiteSettings;
import dev.rapport.ui.ConsoleServices;
import dev.rapport.ui.wording.Numbers;
import java.time.Instant;

/**
 * One reading of an experiment.
 *
 * @param report what it says
 * @param history how it came to that
 * @param details everything beside the verdict
 * @param site whose it is
 * @param simulated true when its visitors are
 * @param at when it was read
 * @param numbers how the reader writes numbers
 */
record Reading(
        ExperimentReport report,
        ExposureHistory history,
        Details details,
        SiteSettings site,
        boolean simulated,
        Instant at,
        Numbers numbers) {
    static Reading of(ConsoleServices services, SiteSettings site, Experiment experiment, boolean simulated) {
        Instant now = services.clock().instant();
        Cells cells = Cells.of(services.reports(), site.site(), experiment, simulated);
        return new Reading(
                ExperimentReport.of(
                        experiment, services.reports().arms(site.site(), experiment, simulated), cells.whole()),
                ExposureHistory.of(experiment, now, asked -> services.reports().arms(site.site(), asked, simulated)),
                Details.of(experiment, cells, now),
                site,
                simulated,
                now,
                Numbers.current());
    }

    Experiment experiment() {
        return report.experiment();
    }

    boolean hasGoal() {
        return !experiment().goal().isEmpty();
    }

    /** True when the split is wrong, so that nothing may be concluded. */
    boolean distrusted() {
        return report.sampleRatio().alarm();
    }

    long exposed() {
        return report.arms().stream().mapToLong(ArmReport::exposed).sum();
    }

    /** For example "p = 0.03". */
    String withP(double value) {
        return value < 0.0001 ? "p " + p(value) : "p = " + p(value);
    }

    /** A p-value; very small ones as a bound. */
    String p(double value) {
        return value < 0.0001 ? "below " + numbers.decimal(0.0001, 4) : numbers.decimal(value, 4);
    }
}
