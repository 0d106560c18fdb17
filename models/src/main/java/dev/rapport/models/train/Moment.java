package dev.rapport.models.train;

/**
 * One frame's moment of a visit, as the live pipeline would have scored it.
 *
 * @param at seconds since the visit began when the frame had arrived
 * @param features the live feature vector
 * @param enough whether there was enough evidence to score at all
 * @param label what was true
 */
public record Moment(double at, float[] features, boolean enough, Label label) {
    /** What was true at a moment. */
    public enum Label {
        /** No struggle, and none shortly before. */
        CALM,
        /** Struggling. */
        STRUGGLING,
        /** Neither can be asked for: too soon after the first futile act, or too soon after the end. Not learned from. */
        BETWEEN
    }
}
