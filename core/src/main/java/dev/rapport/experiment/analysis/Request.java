package dev.rapport.experiment.analysis;

import dev.rapport.experiment.statistics.Scale;
import dev.rapport.experiment.statistics.Statistic;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One experiment to analyse.
 *
 * @param mode how to decide
 * @param scale of effects; {@link Mode#RECOMMENDED} decides on the absolute one only
 * @param alpha false-alarm rate
 * @param tuning size at which the always-valid interval is tightest
 * @param correction over goals × treatments; empty for none
 * @param running true while it is still looked at: the sample-ratio alarm is then stricter
 * @param control position of the control among {@code arms}
 * @param goals metrics that decide; the others are guardrails
 * @param lowerIsBetter metrics of which less is better
 * @param arms two or more
 * @param target what the experiment was planned to see; empty: nothing is said about power
 * @param bandit true: shares by which traffic would follow the better arms are worked out
 */
record Request(
        Mode mode,
        Scale scale,
        double alpha,
        double tuning,
        Optional<dev.rapport.experiment.statistics.Correction> correction,
        boolean running,
        int control,
        List<String> goals,
        Set<String> lowerIsBetter,
        List<Arm> arms,
        Optional<Target> target,
        boolean bandit) {
    /** How a difference is tested. */
    enum Mode {
        /** Always valid, absolute, guarded: what the product acts on. */
        RECOMMENDED,
        /** Always valid without guards. */
        SEQUENTIAL,
        /** Welch's test for one look. */
        FIXED
    }

    /**
     * One arm.
     *
     * @param key unique
     * @param weight share it should get, any positive scale
     * @param units exposed units, for the sample ratio
     * @param metrics name to its statistic in each stratum; without strata one
     */
    record Arm(String key, double weight, long units, Map<String, List<Statistic>> metrics) {}

    /**
     * What the experiment was planned to see.
     *
     * @param lift smallest relative difference worth seeing, above 0
     * @param power chance of seeing it, above 0 and below 1
     * @param unitsADay new units of all arms a day; 0 when unknown
     */
    record Target(double lift, double power, double unitsADay) {}
}
