package dev.rapport.experiment.report;

import java.util.OptionalLong;

/** What an experiment says now, each with one plain sentence: the reason and what to do next. */
public sealed interface Verdict {
    /** The reason and what to do next. */
    String sentence();

    /**
     * The counts contradict themselves or do not belong to the experiment's variations.
     *
     * @param sentence reason and next step
     */
    record Contradictory(String sentence) implements Verdict {}

    /**
     * Too few units or conversions to say anything.
     *
     * @param sentence reason and next step
     */
    record NotEnoughData(String sentence) implements Verdict {}

    /**
     * The arms did not get their share of units: something loses them, and no other number can be trusted.
     *
     * @param sentence reason and next step
     * @param pValue of the split
     */
    record SampleRatioMismatch(String sentence, double pValue) implements Verdict {}

    /**
     * No difference beyond chance so far.
     *
     * @param sentence reason and next step
     * @param moreUnits about how many more units would show a tenth more or less with 80 % power; empty when unknown
     */
    record KeepRunning(String sentence, OptionalLong moreUnits) implements Verdict {}

    /**
     * A treatment helps, beyond chance.
     *
     * @param sentence reason and next step
     * @param variation the best one that does
     */
    record HelpsMore(String sentence, String variation) implements Verdict {}

    /**
     * A treatment does harm, beyond chance, and none helps.
     *
     * @param sentence reason and next step
     * @param variation the worst one
     */
    record HelpsLess(String sentence, String variation) implements Verdict {}

    /**
     * Whatever difference there is is too small to matter.
     *
     * @param sentence reason and next step
     */
    record NoDifference(String sentence) implements Verdict {}

    /**
     * Stopped before a difference could be told from chance.
     *
     * @param sentence reason and next step
     */
    record Inconclusive(String sentence) implements Verdict {}
}
