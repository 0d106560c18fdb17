package dev.rapport.server;

import dev.rapport.analytics.Range;
import dev.rapport.analytics.Reports;
import dev.rapport.learning.Drift;
import dev.rapport.learning.Reference;
import dev.rapport.learning.ScoreCounts;
import dev.rapport.learning.SiteLearning;
import dev.rapport.learning.Suspension;
import dev.rapport.settings.SettingsStore;
import dev.rapport.settings.SiteSettings;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks every ten minutes whether sites' scores are as before, and puts it into the metrics: {@code rapport_drift_psi} by site
 * and what it is measured against (the four weeks before, or the corpus), and {@code rapport_alarm_share}, the share of the
 * last day's scored seconds at or above the model's threshold. Sites with too few scored seconds are left out. Where the score has
 * shifted, senses are suspended, as {@link Suspension} says.
 */
final class DriftWatch implements MeterBinder, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DriftWatch.class);
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration DAY = Duration.ofDays(1);
    private static final int MINUTES = 10;

    private final SettingsStore settings;
    private final Reports reports;
    private final SiteLearning learning;
    private final Optional<Reference> reference;
    private final double threshold;
    private final Clock clock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("rapport-drift").daemon().factory());

    /** A watch over all sites for a model with this threshold. */
    DriftWatch(
            SettingsStore settings,
            Reports reports,
            SiteLearning learning,
            Optional<Reference> reference,
            double threshold,
            Clock clock) {
        this.settings = settings;
        this.reports = reports;
        this.learning = learning;
        this.reference = reference;
        this.threshold = threshold;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        MultiGauge drift = MultiGauge.builder("rapport.drift.psi")
                .description("Population stability index of the last seven days' scores; an alarm from 0.25")
                .register(registry);
        MultiGauge alarms = MultiGauge.builder("rapport.alarm.share")
                .description("Share of the last day's scored seconds at or above the model's threshold")
                .register(registry);
        timer.scheduleWithFixedDelay(() -> lookQuietly(drift, alarms), 0, MINUTES, TimeUnit.MINUTES);
    }

    private void lookQuietly(MultiGauge drift, MultiGauge alarms) {
        try {
            look(drift, alarms);
        } catch (RuntimeException e) {
            LOG.warn("drift could not be measured; trying again in {} minutes: {}", MINUTES, e.getMessage());
        }
    }

    /** Measures now. */
    void look(MultiGauge drift, MultiGauge alarms) {
        List<MultiGauge.Row<?>> indexes = new ArrayList<>();
        List<MultiGauge.Row<?>> shares = new ArrayList<>();
        for (SiteSettings site : settings.all()) {
            Range week = Range.last(WEEK, clock.instant(), false);
            ScoreCounts now = reports.scores(site.site(), week);
            ScoreCounts before =
                    reports.scores(site.site(), new Range(week.from().minus(WEEK.multipliedBy(4)), week.from(), false));
            List<Drift> weeks = Drift.of(now, before);
            weeks.stream().limit(1).forEach(score -> indexes.add(row(site, "weeks", score)));
            suspend(site, weeks);
            reference.stream()
                    .flatMap(r -> Drift.of(now, r).stream().limit(1))
                    .forEach(score -> indexes.add(row(site, "corpus", score)));
            ScoreCounts day = reports.scores(site.site(), Range.last(DAY, clock.instant(), false));
            if (day.scored() >= Drift.ENOUGH) {
                shares.add(MultiGauge.Row.of(Tags.of("site", site.site()), day.above(threshold)));
            }
        }
        drift.register(indexes, true);
        alarms.register(shares, true);
    }

    /** Two nodes may come to it at once; the store keeps one version of a number, and settings one save. */
    private void suspend(SiteSettings site, List<Drift> weeks) {
        Suspension.due(weeks, site.learned(), learning.versions(site.site()), clock.instant())
                .ifPresent(version -> {
                    learning.keep(site.site(), version);
                    settings.save(site.withLearned(version.candidate()), Suspension.BY);
                    LOG.warn(
                            "the scores of {} have shifted; senses count nothing there until someone goes back",
                            site.site());
                });
    }

    private static MultiGauge.Row<Number> row(SiteSettings site, String against, Drift score) {
        return MultiGauge.Row.of(Tags.of("site", site.site(), "against", against), score.psi());
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
