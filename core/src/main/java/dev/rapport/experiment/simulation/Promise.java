package dev.rapport.experiment.simulation;

import dev.rapport.experiment.statistics.Interval;
import dev.rapport.experiment.statistics.Wilson;

/**
 * A share that must lie between two bounds.
 *
 * @param label what is promised of what
 * @param hits runs in which it happened
 * @param runs all runs
 * @param least lowest share that keeps the promise
 * @param most highest share that keeps the promise
 */
public record Promise(String label, long hits, long runs, double least, double most) {
    /** hits/runs. */
    public double share() {
        return (double) hits / runs;
    }

    /** 99 % interval of the share. */
    public Interval interval() {
        return Wilson.interval(hits, runs, 0.99);
    }

    /** True when the share lies between the bounds. */
    public boolean kept() {
        return share() >= least && share() <= most;
    }
}
