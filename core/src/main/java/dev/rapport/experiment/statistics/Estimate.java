package dev.rapport.experiment.statistics;

/** A difference between two arms, or why there is none. */
public sealed interface Estimate {
    /**
     * A difference.
     *
     * @param value treatment minus control on the scale asked for
     * @param standardError of {@code value}, above 0
     * @param degreesOfFreedom Welch's, from the absolute variances of the arms whatever the scale
     * @param n units of both arms
     * @param controlMean of the control, without adjustment
     * @param treatmentMean of the treatment, without adjustment
     * @param theta weight of the covariate, NaN where nothing is adjusted
     * @param stratified true when strata entered
     */
    record Effect(
            double value,
            double standardError,
            double degreesOfFreedom,
            long n,
            double controlMean,
            double treatmentMean,
            double theta,
            boolean stratified)
            implements Estimate {}

    /**
     * Nothing can be said; there are no numbers to show.
     *
     * @param reason why
     */
    record NotEstimable(Reason reason) implements Estimate {}

    /** Why a difference cannot be estimated. */
    enum Reason {
        /** An arm is empty, has one unit, or all its units are equal. */
        NO_VARIANCE("an arm is empty, has a single unit or does not vary"),
        /** The control's mean is 0: there is no relative difference. */
        NO_BASELINE("the control is 0, so there is no relative difference");

        private final String sentence;

        Reason(String sentence) {
            this.sentence = sentence;
        }

        /** The reason for people. */
        public String sentence() {
            return sentence;
        }
    }
}
