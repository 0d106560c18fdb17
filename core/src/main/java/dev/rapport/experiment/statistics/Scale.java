package dev.rapport.experiment.statistics;

/** How a difference is expressed. */
public enum Scale {
    /** treatment - control, in the metric's unit. Decisions are made on it. */
    ABSOLUTE,
    /** (treatment - control)/|control|. Shown, not decided on: it breaks its promises where the control is near 0. */
    RELATIVE
}
