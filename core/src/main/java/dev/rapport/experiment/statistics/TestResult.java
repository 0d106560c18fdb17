package dev.rapport.experiment.statistics;

/**
 * What a frequentist test says.
 *
 * @param statistic (Δ - null)/SE
 * @param pValue 0 to 1
 * @param interval of confidence 1 - α
 */
public record TestResult(double statistic, double pValue, Interval interval) {}
