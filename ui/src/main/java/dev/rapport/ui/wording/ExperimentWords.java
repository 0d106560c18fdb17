package dev.rapport.ui.wording;

import dev.rapport.experiment.Experiment.Status;
import dev.rapport.experiment.report.Verdict;
import dev.rapport.ui.part.Tag;
import dev.rapport.ui.part.Tag.Tone;

/** Plain words around experiments. */
public final class ExperimentWords {
    private ExperimentWords() {}

    /** A mark with where an experiment stands. */
    public static Tag status(Status status) {
        return switch (status) {
            case DRAFT -> new Tag("Draft", Tone.NEUTRAL);
            case RUNNING -> new Tag("Running", Tone.GOOD);
            case PAUSED -> new Tag("Paused", Tone.WARNING);
            case STOPPED -> new Tag("Stopped", Tone.NEUTRAL);
            case ARCHIVED -> new Tag("Archived", Tone.NEUTRAL);
        };
    }

    /** A verdict in two or three words. */
    public static String verdict(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Contradictory contradictory -> "The counts contradict themselves";
            case Verdict.NotEnoughData few -> "Not enough data yet";
            case Verdict.SampleRatioMismatch mismatch -> "The split is wrong";
            case Verdict.KeepRunning keep -> "No difference so far";
            case Verdict.HelpsMore more -> "It helps";
            case Verdict.HelpsLess less -> "It does harm";
            case Verdict.NoDifference none -> "No difference that matters";
            case Verdict.Inconclusive inconclusive -> "Inconclusive";
        };
    }
}
