package dev.rapport.learning;

/**
 * What a trial of a candidate against the adjustment in use came to, on visitors the candidate had not seen.
 *
 * @param answer whether it is taken, and if not why
 * @param labels answers that took part
 * @param visitors who gave them
 * @param struggling answers that said so
 * @param incumbentLoss mean log-loss of the adjustment in use; NaN when nothing was compared
 * @param candidateLoss mean log-loss of the candidate; NaN when nothing was compared
 * @param relation share of shuffled answers that agree with the score as well as the real ones; NaN when nothing was compared
 * @param chance share of random swaps between the two that favour the candidate as much; NaN when nothing was compared
 */
public record Verdict(
        Answer answer,
        int labels,
        int visitors,
        int struggling,
        double incumbentLoss,
        double candidateLoss,
        double relation,
        double chance) {
    /** Whether a candidate is taken. */
    public enum Answer {
        /** Better on visitors it had not seen, and not by chance. */
        ACCEPTED,
        /** Fewer answers than a calibration needs. */
        TOO_FEW_ANSWERS,
        /** Answers of too few different visitors. */
        TOO_FEW_VISITORS,
        /** Nearly everybody said the same. */
        ONE_SIDED,
        /** The answers have nothing to do with the score, so no calibration can help. */
        NO_RELATION,
        /** No trial: the drift monitor took the senses out of the score. */
        SENSES_SUSPENDED,
        /** No better than the adjustment in use, or better by chance. */
        NO_GAIN
    }

    /** True when the candidate is, or was once, to be used. */
    public boolean accepted() {
        return answer == Answer.ACCEPTED || answer == Answer.SENSES_SUSPENDED;
    }
}
