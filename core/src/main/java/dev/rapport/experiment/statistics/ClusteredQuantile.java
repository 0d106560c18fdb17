package dev.rapport.experiment.statistics;

/**
 * A quantile of events that come in clusters, one for each user (Deng, Knoblich, Lu 2018). The independent variance times
 * the clustered variance of the share of events below the quantile, divided by ν(1-ν)/n.
 *
 * @param events the quantile over all events
 * @param below for each user: events at or below the quantile over all events
 */
public record ClusteredQuantile(Quantile events, Ratio below) implements Statistic {
    @Override
    public long n() {
        return events.n();
    }

    @Override
    public double mean() {
        return events.estimate();
    }

    @Override
    public double variance() {
        double share = events.level() * (1 - events.level()) / events.n();
        return Quantile.floored(events.n(), events.independent() * clustered() / share);
    }

    @Override
    public boolean degenerate() {
        return events.degenerate() || !(clustered() > 0);
    }

    /** Variance of the share's estimate: (V_S - 2·μ_S·Cov/μ_N + μ_S²·V_N/μ_N²)/(k·μ_N²) over k clusters. */
    private double clustered() {
        return below.n() <= 1 ? 0 : below.variance() / below.n();
    }
}
